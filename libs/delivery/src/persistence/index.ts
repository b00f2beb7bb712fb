import { registerPersistence } from '@jssu/platform';
import { Delivery1700000080000 } from './migrations/1700000080000-delivery.js';
import { ResultWithdrawal1700000081000 } from './migrations/1700000081000-result-withdrawal.js';

registerPersistence({
  lib: 'delivery',
  entities: [],
  migrations: [Delivery1700000080000, ResultWithdrawal1700000081000],
});
