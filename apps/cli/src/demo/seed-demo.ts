import type { INestApplicationContext } from '@nestjs/common';
import { ConfigurationError } from '@jssu/config';
import { Clock, UnitOfWork } from '@jssu/platform';
import type { DemoScale } from './demo-scale.js';
import { seedAccounts } from './seed-accounts.js';
import { seedOrganisation } from './seed-organisation.js';
import { seedPeople } from './seed-people.js';
import { seedTraining } from './seed-training.js';

/** Fills an empty database with demo data in one transaction; does nothing when there are units already. */
export async function seedDemo(app: INestApplicationContext, password: string, scale: DemoScale): Promise<string> {
  if (!password) throw new ConfigurationError(['JSSU_DEMO_PASSWORD must be set for the demo data']);
  const uow = app.get(UnitOfWork);
  try {
    return await uow.run(async () => {
      const [{ n }] = await uow.query<{ n: number }>('SELECT count(*)::int AS n FROM unit');
      if (n > 0) return 'demo data are there already';
      const organisation = await seedOrganisation(app);
      const people = await seedPeople(app, organisation, scale);
      const cast = await seedAccounts(app, password, organisation, people);
      const told = scale === 'story' ? await seedTraining(app, organisation, people, cast) : '';
      return `demo data: ${organisation.units.size} units, ${people.count} people, 5 accounts${told}`;
    });
  } finally {
    app.get(Clock).moveTo(null);
  }
}
