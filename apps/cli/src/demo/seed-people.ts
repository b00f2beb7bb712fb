import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_NAMES, DEMO_POSTS, DEMO_SITES, DEMO_UNITS, generatePeople } from '@jssu/config/demo';
import { addYears, civilDate } from '@jssu/kernel';
import { CreatePerson, PostPerson } from '@jssu/people';
import { Clock, EVERYTHING } from '@jssu/platform';
import type { DemoScale } from './demo-scale.js';
import { idOf, type DemoOrganisation } from './seed-organisation.js';

const FIELD_UNITS = ['SPU-BALOCHISTAN', 'SPU-SINDH', 'SSU-KP'];
const TRAINED_UNITS = ['SPU-BALOCHISTAN', 'SPU-SINDH'];
const RANKS = ['Constable', 'Head Constable', 'Assistant Sub-Inspector', 'Sub-Inspector'];
/** Other numbers than those of the sample that the walk-through imports. */
const SEED = 500_000;
const INVENTED = 64;

export interface DemoPeople {
  readonly count: number;
  /** In the order of `DEMO_NAMES`. */
  readonly named: readonly string[];
  /** People of the units that are trained, the demo trainee first. */
  readonly trainees: readonly string[];
  /** Two crews: lead, assistant and safety instructor each. */
  readonly crews: readonly (readonly [string, string, string])[];
}

export async function seedPeople(
  app: INestApplicationContext,
  organisation: DemoOrganisation,
  scale: DemoScale,
): Promise<DemoPeople> {
  const named = await seedNamed(app, organisation);
  if (scale === 'basic') return { count: named.length, named, trainees: [], crews: [] };
  const trained = named.filter((_, i) => i !== 1 && i !== 3 && TRAINED_UNITS.includes(FIELD_UNITS[i % 3]));
  const invented = await seedInvented(app, organisation, TRAINED_UNITS, INVENTED, 'DEMO-1');
  const instructors = await seedInvented(app, organisation, ['SSD-SOUTH'], 3, 'DEMO-2');
  const team = await seedInvented(app, organisation, ['CN-TRAINING'], 3, 'DEMO-3');
  return {
    count: named.length + invented.length + instructors.length + team.length,
    named,
    trainees: [...trained, ...invented],
    crews: [
      [instructors[0], instructors[1], team[0]],
      [team[1], instructors[2], team[2]],
    ],
  };
}

async function seedNamed(app: INestApplicationContext, { units }: DemoOrganisation): Promise<string[]> {
  const today = app.get(Clock).today();
  const ids: string[] = [];
  for (const [i, [nameEn, nameUr, nameZh]] of DEMO_NAMES.entries()) {
    const id = await app.get(CreatePerson).execute(EVERYTHING, {
      serviceNumber: `DEMO-${String(i + 1).padStart(5, '0')}`,
      nameEn,
      nameUr,
      nameZh,
      rank: RANKS[i % RANKS.length],
      unitId: idOf(units, FIELD_UNITS[i % FIELD_UNITS.length]),
      dateOfBirth: addYears(today, -25 - (i % 12)),
      joinedOn: addYears(today, -1 - (i % 5)),
      // 99999 is no district's prefix: an invented number.
      nationalId: `99999${String(1_000_000 + i)}${i % 10}`,
    });
    ids.push(id);
  }
  return ids;
}

async function seedInvented(
  app: INestApplicationContext,
  { units, sites, posts }: DemoOrganisation,
  unitCodes: readonly string[],
  count: number,
  prefix: string,
): Promise<string[]> {
  const today = app.get(Clock).today();
  const ids: string[] = [];
  const recipe = {
    seed: SEED + Number(prefix.slice(-1)) * 1000,
    count,
    units: DEMO_UNITS.filter(({ code }) => unitCodes.includes(code)),
    posts: DEMO_POSTS,
    today,
  };
  // Two parties in one unit would mix the teams: the generator takes the Chinese side from Chinese units alone.
  for (const person of generatePeople(recipe)) {
    const id = await app.get(CreatePerson).execute(EVERYTHING, {
      serviceNumber: `${prefix}${String(ids.length + 1).padStart(4, '0')}`,
      nameEn: person.nameEn,
      nameUr: person.nameUr || null,
      nameZh: person.nameZh || null,
      rank: person.rank,
      force: person.force || null,
      unitId: idOf(units, person.unit),
      party: person.party === 'cn' ? 'cn' : 'pk',
      dateOfBirth: civilDate(person.dateOfBirth),
      joinedOn: civilDate(person.joinedOn),
      nationalId: person.nationalId.replaceAll('-', ''),
    });
    if (person.post) {
      await app.get(PostPerson).execute(EVERYTHING, id, {
        unitId: idOf(units, person.unit),
        siteId: idOf(sites, DEMO_SITES.find(({ code }) => code === person.site)?.code ?? ''),
        postId: idOf(posts, person.post),
        startsOn: civilDate(person.joinedOn),
      });
    }
    ids.push(id);
  }
  return ids;
}
