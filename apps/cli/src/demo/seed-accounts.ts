import type { INestApplicationContext } from '@nestjs/common';
import { CreateAccount, GrantRole } from '@jssu/identity';
import { EVERYTHING, SYSTEM_ACTOR, type Actor, type Role } from '@jssu/platform';
import { idOf, type DemoOrganisation } from './seed-organisation.js';
import type { DemoPeople } from './seed-people.js';

/** Those who act in the story. */
export interface DemoCast {
  readonly administrator: Actor;
  readonly trainer: Actor;
  readonly commander: Actor;
}

/** One account for each role; its user name is the role. */
export async function seedAccounts(
  app: INestApplicationContext,
  password: string,
  { units }: DemoOrganisation,
  { named, crews }: DemoPeople,
): Promise<DemoCast> {
  const create = async (role: Role, unit: string | null, personId: string | null = null): Promise<Actor> => {
    const unitId = unit && idOf(units, unit);
    const accountId = await app.get(CreateAccount).execute({ userName: role, password, personId });
    await app.get(GrantRole).execute(SYSTEM_ACTOR, EVERYTHING, accountId, { role, unitId, party: null });
    const grants = [{ role, unitIds: null, party: null }];
    return { accountId, personId, userName: role, sessionId: null, grants };
  };
  const administrator = await create('administrator', null, named[1]);
  const trainer = await create('trainer', 'SSD-SOUTH', crews[0]?.[0] ?? null);
  await create('trainee', 'SPU-BALOCHISTAN', named[0]);
  const commander = await create('commander', 'SPU-BALOCHISTAN', named[3]);
  await create('auditor', null);
  return { administrator, trainer, commander };
}
