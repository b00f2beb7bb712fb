import { defineEvent, uuidPayload } from '@jssu/platform';

/** Results of an offering are ratified: they count from now on. */
export const offeringRatified = defineEvent('delivery.offering-ratified', uuidPayload('offeringId'));

/** A ratified result was superseded by `courseResultId`. */
export const resultCorrected = defineEvent('delivery.result-corrected', uuidPayload('courseResultId'));
