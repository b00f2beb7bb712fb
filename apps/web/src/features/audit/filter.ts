export const ENTITIES = [
  ...(['person', 'posting', 'import', 'account', 'unit', 'site', 'post'] as const),
  ...(['course', 'venue', 'equipment', 'instructor-authorisation'] as const),
  ...(['offering', 'session', 'enrolment', 'register', 'assessment-result', 'course-result'] as const),
  ...(['scheme', 'evidence', 'certification', 'certification-batch', 'job'] as const),
] as const;
export type Entity = (typeof ENTITIES)[number];

/** What narrows the trail; all of it stands in the address. */
export interface AuditFilter {
  /** The person whom the change concerns. */
  readonly personId?: string;
  readonly actorAccountId?: string;
  readonly entity?: Entity;
  readonly entityId?: string;
  readonly action?: string;
  /** Civil dates in Karachi, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const uuid = (value: unknown) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(value)) ? String(value) : undefined;
const date = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);

export function auditFilter(search: Readonly<Record<string, unknown>>): AuditFilter {
  return {
    personId: uuid(search['personId']),
    actorAccountId: uuid(search['actorAccountId']),
    entity: ENTITIES.find((entity) => entity === search['entity']),
    // A number would come out of the address as a number.
    entityId: text(typeof search['entityId'] === 'number' ? String(search['entityId']) : search['entityId']),
    action: text(search['action']),
    from: date(search['from']),
    to: date(search['to']),
  };
}
