/** The members of entries that have a name in words; others are shown by their own. */
const FIELDS = [
  ...(['state', 'status', 'outcome', 'decision', 'reason', 'number', 'code', 'title', 'name', 'kind', 'note'] as const),
  ...(['serviceNumber', 'nameEn', 'nameUr', 'nameZh', 'rank', 'dateOfBirth', 'joinedOn', 'sex', 'phone'] as const),
  ...(['email', 'party', 'nationalId', 'forceCode', 'unitCode', 'siteCode', 'postCode'] as const),
  ...(['unitId', 'siteId', 'postId', 'personId', 'accountId', 'offeringId', 'courseId', 'versionId'] as const),
  ...(['importBatch', 'fileName', 'dryRun', 'atomic', 'sha256', 'failure'] as const),
  ...(['userName', 'role', 'oneTimePassword', 'ip'] as const),
  ...(['course', 'offering', 'content', 'rules', 'quotas', 'language', 'zone', 'quantity'] as const),
  ...([
    'startsOn',
    'endsOn',
    'effectiveFrom',
    'expiresOn',
    'completedOn',
    'achievedOn',
    'takenOn',
    'markedAt',
  ] as const),
  ...(['minutes', 'device', 'score', 'attempt', 'seatNumber', 'subject', 'queue', 'failedReason'] as const),
] as const;
export type Field = (typeof FIELDS)[number];

export function isKnownField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}
