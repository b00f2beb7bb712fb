import type { LANGUAGES } from '../../i18n/languages';

// What the routes of delivery, scheduling and certification answer to a trainee. They move to the generated types
// (`Listed<'/api/v1/me/training'>` …) with the first description of the API that has them.

type LocalizedText = Readonly<Record<keyof typeof LANGUAGES, string>>;

export interface Finding {
  readonly code: string;
  /** In the reader's language. */
  readonly message: string;
}

/** One enrolment with its offering: an item of `/api/v1/me/training`. */
export interface Training {
  readonly enrolmentId: string;
  readonly state:
    | 'nominated'
    | 'endorsed'
    | 'rejected'
    | 'waitlisted'
    | 'reserved'
    | 'confirmed'
    | 'attending'
    | 'completed'
    | 'incomplete'
    | 'cancelled'
    | 'substituted';
  readonly waitlistRank: number | null;
  readonly offering: {
    readonly id: string;
    readonly code: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly course: { readonly code: string; readonly title: LocalizedText };
  };
  /** Null before and after delivery. */
  readonly progress: {
    readonly minutes: { readonly attended: number; readonly past: number; readonly total: number };
    readonly blocks: { readonly done: number; readonly total: number };
  } | null;
  readonly outlook: {
    readonly passing: 'possible' | 'at-risk' | 'impossible';
    readonly mayMissMinutes: number;
    readonly warnings: readonly Finding[];
  } | null;
  readonly nextSession: {
    readonly id: string;
    readonly blockCode: string;
    readonly start: string;
    readonly end: string;
    readonly venue: { readonly name: LocalizedText; readonly site: LocalizedText } | null;
  } | null;
  readonly result: {
    readonly outcome: 'passed' | 'failed' | 'incomplete';
    readonly minutesAttended: number;
    readonly minutesTotal: number;
    readonly completedOn: string;
    readonly shortfalls: readonly Finding[];
  } | null;
}

/** An item of `/api/v1/me/sessions`. */
export interface OwnSession {
  readonly id: string;
  readonly number: number;
  readonly offeringId: string;
  readonly offeringCode: string;
  readonly blockCode: string;
  readonly start: string;
  readonly end: string;
  readonly state: 'scheduled' | 'held' | 'cancelled';
  readonly instructors: readonly { readonly personId: string; readonly name: LocalizedText }[];
  readonly venue: { readonly name: LocalizedText } | null;
}

/** An item of `/api/v1/me/certificates`. */
export interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly certificationId: string;
  readonly grantedOn: string;
  readonly expiresOn: string | null;
  readonly scheme: LocalizedText;
  readonly verificationCode: string;
}
