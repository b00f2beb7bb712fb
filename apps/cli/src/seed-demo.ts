import type { INestApplicationContext } from '@nestjs/common';
import { ConfigurationError } from '@jssu/config';
import { DEMO_NAMES, DEMO_POSTS, DEMO_SITES, DEMO_UNITS } from '@jssu/config/demo';
import { CreateAccount, GrantRole } from '@jssu/identity';
import { addYears } from '@jssu/kernel';
import { CreatePost, CreateSite, CreateUnit } from '@jssu/organisation';
import { CreatePerson } from '@jssu/people';
import { Clock, EVERYTHING, SYSTEM_ACTOR, UnitOfWork, type Role } from '@jssu/platform';

const FIELD_UNITS = ['SPU-BALOCHISTAN', 'SPU-SINDH', 'SSU-KP'];
const RANKS = ['Constable', 'Head Constable', 'Assistant Sub-Inspector', 'Sub-Inspector'];

/** Fills an empty database with demo data in one transaction; does nothing when there are units already. */
export async function seedDemo(app: INestApplicationContext, password: string): Promise<string> {
  if (!password) throw new ConfigurationError(['JSSU_DEMO_PASSWORD must be set for the demo data']);
  const uow = app.get(UnitOfWork);
  return uow.run(async () => {
    const [{ n }] = await uow.query<{ n: number }>('SELECT count(*)::int AS n FROM unit');
    if (n > 0) return 'demo data are there already';
    const units = await seedOrganisation(app);
    const people = await seedPeople(app, units);
    await seedAccounts(app, password, units, people);
    return `demo data: ${units.size} units, ${DEMO_SITES.length} sites, ${people.length} people, 5 accounts`;
  });
}

async function seedOrganisation(app: INestApplicationContext): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  const sites = new Map<string, string>();
  for (const { code, parent, party, name } of DEMO_UNITS) {
    const parentId = parent ? (units.get(parent) ?? null) : null;
    units.set(code, await app.get(CreateUnit).execute(EVERYTHING, { code, name, party, parentId }));
  }
  for (const site of DEMO_SITES) sites.set(site.code, await app.get(CreateSite).execute(site));
  for (const { code, title, site, unit, strength } of DEMO_POSTS) {
    await app.get(CreatePost).execute(EVERYTHING, {
      code,
      title,
      siteId: sites.get(site) ?? '',
      unitId: units.get(unit) ?? '',
      requiredStrength: strength,
    });
  }
  return units;
}

async function seedPeople(app: INestApplicationContext, units: ReadonlyMap<string, string>): Promise<string[]> {
  const today = app.get(Clock).today();
  const ids: string[] = [];
  for (const [i, [nameEn, nameUr, nameZh]] of DEMO_NAMES.entries()) {
    const id = await app.get(CreatePerson).execute(EVERYTHING, {
      serviceNumber: `DEMO-${String(i + 1).padStart(5, '0')}`,
      nameEn,
      nameUr,
      nameZh,
      rank: RANKS[i % RANKS.length],
      unitId: units.get(FIELD_UNITS[i % FIELD_UNITS.length]) ?? '',
      dateOfBirth: addYears(today, -25 - (i % 12)),
      joinedOn: addYears(today, -1 - (i % 5)),
      // 99999 is no district's prefix: an invented number.
      nationalId: `99999${String(1_000_000 + i)}${i % 10}`,
    });
    ids.push(id);
  }
  return ids;
}

async function seedAccounts(
  app: INestApplicationContext,
  password: string,
  units: ReadonlyMap<string, string>,
  people: readonly string[],
): Promise<void> {
  const balochistan = units.get('SPU-BALOCHISTAN') ?? null;
  const accounts: readonly { role: Role; unitId: string | null; personId?: string }[] = [
    { role: 'administrator', unitId: null, personId: people[1] },
    { role: 'trainer', unitId: units.get('SSD-SOUTH') ?? null },
    { role: 'trainee', unitId: balochistan, personId: people[0] },
    { role: 'commander', unitId: balochistan, personId: people[3] },
    { role: 'auditor', unitId: null },
  ];
  for (const { role, unitId, personId } of accounts) {
    const id = await app.get(CreateAccount).execute({ userName: role, password, personId });
    await app.get(GrantRole).execute(SYSTEM_ACTOR, EVERYTHING, id, { role, unitId, party: null });
  }
}
