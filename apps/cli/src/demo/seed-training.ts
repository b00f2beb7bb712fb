import type { INestApplicationContext } from '@nestjs/common';
import { ApproveCourseVersion, AuthoriseInstructor, CreateCourse, CreateEquipment, CreateVenue } from '@jssu/catalogue';
import { CreateScheme, DecideCertification, PublishSchemeVersion, RecordEvidence } from '@jssu/certification';
import {
  DEMO_COURSES,
  DEMO_DECISIONS,
  DEMO_EQUIPMENT,
  DEMO_OFFERINGS,
  DEMO_SCHEMES,
  DEMO_VENUES,
} from '@jssu/config/demo';
import { addDays, addYears, startOfDay, type CivilDate } from '@jssu/kernel';
import { Clock, EVERYTHING } from '@jssu/platform';
import { OfferingPlay, type Stage } from './offering-play.js';
import type { DemoCast } from './seed-accounts.js';
import { idOf, type DemoOrganisation } from './seed-organisation.js';
import type { DemoPeople } from './seed-people.js';

/** Courses, schemes, venues and instructors, then the runs of the courses at their several stages. */
export async function seedTraining(
  app: INestApplicationContext,
  organisation: DemoOrganisation,
  people: DemoPeople,
  cast: DemoCast,
): Promise<string> {
  const clock = app.get(Clock);
  const today = clock.today();
  const long = addYears(today, -3);
  clock.moveTo(startOfDay(long, 'Asia/Karachi'));
  const courses = await seedCourses(app, people, cast, long);
  const schemes = await seedSchemes(app, long);
  const stage: Stage = { ...(await seedResources(app, organisation)), courses, organisation, people, cast, today };
  await seedFitness(app, people, cast, today);
  for (const offering of DEMO_OFFERINGS) await new OfferingPlay(app, stage, offering).play();
  for (const { person, scheme, type, daysAgo, reason } of DEMO_DECISIONS) {
    clock.moveTo(startOfDay(addDays(today, -daysAgo), 'Asia/Karachi'));
    await app.get(DecideCertification).execute(cast.administrator, EVERYTHING, {
      personId: people.trainees[person],
      schemeId: idOf(schemes, scheme),
      party: 'pk',
      decision: type === 'revoked' ? { type, reason, barredUntil: addYears(today, 2) } : { type, reason },
    });
  }
  return `, ${courses.size} courses, ${schemes.size} schemes, ${DEMO_OFFERINGS.length} offerings`;
}

async function seedCourses(
  app: INestApplicationContext,
  { crews }: DemoPeople,
  { administrator }: DemoCast,
  validFrom: CivilDate,
): Promise<Stage['courses']> {
  const courses = new Map<string, { id: string; versionId: string }>();
  for (const course of DEMO_COURSES) {
    const { id, versionId } = await app.get(CreateCourse).execute(course);
    await app.get(ApproveCourseVersion).execute(id, versionId);
    courses.set(course.code, { id, versionId });
    for (const personId of crews.flat()) {
      for (const role of ['lead', 'assistant', 'safety'] as const) {
        const authorisation = { personId, courseId: id, role, validFrom, validUntil: null };
        await app.get(AuthoriseInstructor).execute(administrator, EVERYTHING, authorisation);
      }
    }
  }
  return courses;
}

async function seedSchemes(app: INestApplicationContext, effectiveFrom: CivilDate): Promise<Map<string, string>> {
  const schemes = new Map<string, string>();
  for (const scheme of DEMO_SCHEMES) {
    const { id, versionId } = await app.get(CreateScheme).execute(scheme);
    await app.get(PublishSchemeVersion).execute(id, versionId, effectiveFrom);
    schemes.set(scheme.code, id);
  }
  return schemes;
}

async function seedResources(
  app: INestApplicationContext,
  { sites }: DemoOrganisation,
): Promise<Pick<Stage, 'venues' | 'equipment'>> {
  const venues = new Map<string, string>();
  const equipment = new Map<string, string>();
  for (const { site, ...venue } of DEMO_VENUES)
    venues.set(venue.code, await app.get(CreateVenue).execute({ ...venue, siteId: idOf(sites, site) }));
  for (const { site, ...pool } of DEMO_EQUIPMENT) {
    const siteId = idOf(sites, site);
    equipment.set(pool.kind, await app.get(CreateEquipment).execute({ ...pool, siteId, exclusive: false }));
  }
  return { venues, equipment };
}

/** What the course results alone do not show. */
async function seedFitness(
  app: INestApplicationContext,
  { trainees }: DemoPeople,
  { administrator }: DemoCast,
  today: CivilDate,
): Promise<void> {
  const achievedOn = addDays(today, -90);
  app.get(Clock).moveTo(startOfDay(achievedOn, 'Asia/Karachi'));
  const fitness = { kind: 'fitness', subject: null, achievedOn, validUntil: addYears(achievedOn, 1) } as const;
  for (const personId of trainees.slice(0, 48)) {
    const reason = 'Annual medical board; validity only';
    await app.get(RecordEvidence).execute(administrator, EVERYTHING, { ...fitness, personId, reason });
  }
}
