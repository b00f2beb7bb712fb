import { Injectable } from '@nestjs/common';
import type { CivilDate, LocalizedText, Zone } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { CourseContent, InstructorRole } from '../domain/course-content.js';
import { CONTENT, type CourseVersionState } from './course.store.js';

export interface CourseRow {
  id: string;
  code: string;
  title: LocalizedText;
  version: number;
  versions: { id: string; number: number; state: CourseVersionState; approvedAt: string | null; version: number }[];
}

export interface CourseVersionRow {
  id: string;
  courseId: string;
  courseCode: string;
  courseTitle: LocalizedText;
  number: number;
  state: CourseVersionState;
  approvedAt: Date | null;
  version: number;
  content: CourseContent;
}

export interface VenueRow {
  id: string;
  code: string;
  name: LocalizedText;
  kind: string;
  siteId: string;
  /** Trainees at a time. */
  capacity: number;
  zone: Zone;
  version: number;
}

export interface EquipmentRow {
  id: string;
  code: string;
  name: LocalizedText;
  kind: string;
  siteId: string | null;
  exclusive: boolean;
  quantity: number;
  version: number;
}

export interface AuthorisationRow extends PersonNames {
  id: string;
  personId: string;
  courseId: string;
  courseCode: string;
  role: InstructorRole;
  validFrom: CivilDate;
  validUntil: CivilDate | null;
}

export interface ResourceFilter {
  readonly siteId?: string;
  readonly kind?: string;
}

export interface AuthorisationFilter {
  readonly personId?: string;
  readonly courseId?: string;
  /** Those valid on that day. */
  readonly on?: CivilDate;
}

const COURSE = `c.id, c.code, c.title, c.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'state', v.state, 'approvedAt', v.approved_at,
                             'version', v.version) ORDER BY v.number), '[]')
   FROM course_version v WHERE v.course_id = c.id) AS versions`;
const VENUE = `t.id, t.code, t.name, t.kind, t.site_id AS "siteId", t.capacity, t.zone, t.version FROM venue t`;
const EQUIPMENT = `t.id, t.code, t.name, t.kind, t.site_id AS "siteId", t.exclusive, t.quantity, t.version FROM equipment t`;

@Injectable()
export class CatalogueView {
  constructor(private readonly uow: UnitOfWork) {}

  async courses(limit: number, cursor?: string): Promise<Page<CourseRow>> {
    const key = decodeCursor(cursor, 1);
    const rows = await this.uow.query<CourseRow>(
      `SELECT ${COURSE} FROM course c ${key ? 'WHERE c.code > $1' : ''} ORDER BY c.code LIMIT ${limit + 1}`,
      key ? [key[0]] : [],
    );
    return keysetPage(rows, limit, (row) => [row.code]);
  }

  async course(id: string): Promise<CourseRow> {
    const [row] = await this.uow.query<CourseRow>(`SELECT ${COURSE} FROM course c WHERE c.id = $1`, [id]);
    if (!row) throw platformErrors['not-found']({ what: 'course' });
    return row;
  }

  /** A version with its syllabus, by its own id. */
  async courseVersion(id: string): Promise<CourseVersionRow> {
    const [row] = await this.uow.query<CourseVersionRow>(
      `SELECT v.id, v.course_id AS "courseId", c.code AS "courseCode", c.title AS "courseTitle", v.number, v.state,
              v.approved_at AS "approvedAt", v.version, ${CONTENT} AS content
       FROM course_version v JOIN course c ON c.id = v.course_id WHERE v.id = $1`,
      [id],
    );
    if (!row) throw platformErrors['not-found']({ what: 'course version' });
    return row;
  }

  venues(filter: ResourceFilter, limit: number, cursor?: string): Promise<Page<VenueRow>> {
    return this.resources<VenueRow>(VENUE, filter, limit, cursor);
  }

  equipment(filter: ResourceFilter, limit: number, cursor?: string): Promise<Page<EquipmentRow>> {
    return this.resources<EquipmentRow>(EQUIPMENT, filter, limit, cursor);
  }

  venuesById(ids: readonly string[]): Promise<VenueRow[]> {
    return this.uow.query<VenueRow>(`SELECT ${VENUE} WHERE t.id = ANY($1::uuid[])`, [ids]);
  }

  equipmentById(ids: readonly string[]): Promise<EquipmentRow[]> {
    return this.uow.query<EquipmentRow>(`SELECT ${EQUIPMENT} WHERE t.id = ANY($1::uuid[])`, [ids]);
  }

  /** Authorisations of people in scope, by person and course. */
  async authorisations(
    scope: Scope,
    filter: AuthorisationFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<AuthorisationRow>> {
    const params: unknown[] = [];
    const where = ['a.withdrawn_at IS NULL', scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)];
    if (filter.personId) where.push(`a.person_id = $${params.push(filter.personId)}`);
    if (filter.courseId) where.push(`a.course_id = $${params.push(filter.courseId)}`);
    if (filter.on) where.push(`daterange(a.valid_from, a.valid_until, '[]') @> $${params.push(filter.on)}::date`);
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`a.id > $${params.push(key[0])}::uuid`);
    const rows = await this.uow.query<AuthorisationRow>(
      `SELECT a.id, a.person_id AS "personId", ${PERSON_NAMES}, a.course_id AS "courseId", c.code AS "courseCode", a.role,
              a.valid_from::text AS "validFrom", a.valid_until::text AS "validUntil"
       FROM instructor_authorisation a JOIN person p ON p.id = a.person_id JOIN course c ON c.id = a.course_id
       WHERE ${where.join(' AND ')} ORDER BY a.id LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.id]);
  }

  /** Every authorisation of these people for a course, valid whenever; for rules, not for screens. */
  authorisationsFor(
    courseId: string,
    personIds: readonly string[],
  ): Promise<Omit<AuthorisationRow, keyof PersonNames>[]> {
    return this.uow.query(
      `SELECT a.id, a.person_id AS "personId", a.course_id AS "courseId", c.code AS "courseCode", a.role,
              a.valid_from::text AS "validFrom", a.valid_until::text AS "validUntil"
       FROM instructor_authorisation a JOIN course c ON c.id = a.course_id
       WHERE a.course_id = $1 AND a.person_id = ANY($2::uuid[]) AND a.withdrawn_at IS NULL`,
      [courseId, personIds],
    );
  }

  private async resources<T extends { code: string }>(
    select: string,
    { siteId, kind }: ResourceFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<T>> {
    const params: unknown[] = [];
    const where = ['TRUE'];
    if (siteId) where.push(`t.site_id = $${params.push(siteId)}`);
    if (kind) where.push(`t.kind = $${params.push(kind)}`);
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`t.code > $${params.push(key[0])}`);
    const rows = await this.uow.query<T>(
      `SELECT ${select} WHERE ${where.join(' AND ')} ORDER BY t.code LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.code]);
  }
}
