import { defineEvent, uuidPayload } from '@jssu/platform';

/** An offering was cancelled or aborted: nobody attends it any more. */
export const offeringCalledOff = defineEvent('scheduling.offering-called-off', uuidPayload('offeringId'));
