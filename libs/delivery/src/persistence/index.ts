import { registerPersistence } from '@jssu/platform';
import { Delivery1700000080000 } from './migrations/1700000080000-delivery.js';

registerPersistence({ lib: 'delivery', entities: [], migrations: [Delivery1700000080000] });
