import type { CourseSession } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { personName } from '../../ui/person-name';
import type { LaneKind } from './address';
import { laneIdsOf, NO_LANE, type Lane } from './lanes';
import type { Authorisation, Venue } from './queries';

export interface LaneSources {
  readonly venues: readonly Venue[];
  readonly authorisations: readonly Authorisation[];
  readonly sessions: readonly CourseSession[];
}

/** The lanes of the calendar in order, the one for sessions without any last. */
export function lanesOf(kind: LaneKind, { venues, authorisations, sessions }: LaneSources, none: string): Lane[] {
  const lanes = new Map<string, string>();
  if (kind === 'venue') for (const { id, name } of venues) lanes.set(id, localized(name));
  if (kind === 'instructor') {
    for (const { instructors } of sessions)
      for (const { personId, name } of instructors) lanes.set(personId, localized(name));
    for (const authorisation of authorisations) lanes.set(authorisation.personId, personName(authorisation));
  }
  if (kind === 'offering') for (const { offeringId, offeringCode } of sessions) lanes.set(offeringId, offeringCode);
  const named = [...lanes].map(([id, label]) => ({ id, label }));
  if (kind !== 'venue') named.sort((a, b) => a.label.localeCompare(b.label));
  const homeless = sessions.some((session) => laneIdsOf(kind, session).includes(NO_LANE));
  return homeless ? [...named, { id: NO_LANE, label: none }] : named;
}
