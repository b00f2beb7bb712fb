import { Injectable } from '@nestjs/common';
import { OnEvent } from '@jssu/platform';
import { offeringCalledOff } from '@jssu/scheduling';
import { CancelCalledOff } from '../application/cancel-called-off.js';

@Injectable()
export class OfferingEvents {
  constructor(private readonly cancel: CancelCalledOff) {}

  @OnEvent(offeringCalledOff, 'enrolment.cancel-called-off')
  cancelCalledOff({ offeringId }: { offeringId: string }): Promise<void> {
    return this.cancel.execute(offeringId);
  }
}
