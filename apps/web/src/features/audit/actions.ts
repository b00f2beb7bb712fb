/** What the trail tells of, by the part of the product that tells it. Others are shown by their code. */
export const ACTIONS = {
  people: ['people.person-created', 'people.person-changed', 'people.person-posted', 'people.national-id-revealed'],
  imports: ['imports.import-started', 'imports.import-ended'],
  identity: [
    ...(['identity.logged-in', 'identity.log-in-failed', 'identity.session-ended'] as const),
    ...(['identity.password-changed', 'identity.password-reset'] as const),
    ...(['identity.account-created', 'identity.account-disabled', 'identity.account-enabled'] as const),
    ...(['identity.role-granted', 'identity.role-withdrawn'] as const),
  ],
  organisation: ['organisation.unit-created', 'organisation.site-created', 'organisation.post-created'],
  catalogue: [
    ...(['catalogue.course-created', 'catalogue.course-version-drafted', 'catalogue.course-version-changed'] as const),
    ...(['catalogue.course-version-approved', 'catalogue.course-version-retired'] as const),
    ...(['catalogue.venue-created', 'catalogue.equipment-created'] as const),
    ...(['catalogue.instructor-authorised', 'catalogue.authorisation-withdrawn'] as const),
  ],
  scheduling: [
    ...(['scheduling.offering-created', 'scheduling.offering-changed', 'scheduling.offering-moved'] as const),
    ...(['scheduling.session-added', 'scheduling.session-changed'] as const),
    ...(['scheduling.session-cancelled', 'scheduling.session-held'] as const),
  ],
  enrolment: [
    ...(['enrolment.quotas-set', 'enrolment.person-nominated', 'enrolment.nomination-endorsed'] as const),
    ...(['enrolment.nomination-rejected', 'enrolment.seat-given', 'enrolment.enrolment-cancelled'] as const),
    ...(['enrolment.person-substituted', 'enrolment.substitute-placed', 'enrolment.walk-on-admitted'] as const),
    ...(['enrolment.enrolment-incomplete', 'enrolment.enrolment-attending', 'enrolment.enrolment-completed'] as const),
  ],
  delivery: [
    ...(['delivery.attendance-marked', 'delivery.attendance-corrected', 'delivery.register-submitted'] as const),
    ...(['delivery.register-countersigned', 'delivery.register-reopened', 'delivery.result-entered'] as const),
    ...(['delivery.result-entry-corrected', 'delivery.result-ratified', 'delivery.result-corrected'] as const),
    'delivery.offering-ratified',
  ],
  certification: [
    ...(['certification.scheme-created', 'certification.scheme-draft-changed'] as const),
    ...(['certification.scheme-version-drafted', 'certification.scheme-version-published'] as const),
    ...(['certification.scheme-version-retired', 'certification.evidence-recorded'] as const),
    ...(['certification.evidence-withdrawn', 'certification.waiver-granted'] as const),
    ...(['certification.decided', 'certification.decision-signed', 'certification.review-needed'] as const),
    ...(['certification.batch-opened', 'certification.certificate-issued'] as const),
    'certification.certificate-downloaded',
  ],
  jobs: ['jobs.job-retried'],
} as const;

export type Part = keyof typeof ACTIONS;
export type Action = (typeof ACTIONS)[Part][number];

export const PARTS = Object.keys(ACTIONS) as readonly Part[];
const KNOWN: ReadonlySet<string> = new Set(Object.values(ACTIONS).flat());

export function isKnownAction(action: string): action is Action {
  return KNOWN.has(action);
}
