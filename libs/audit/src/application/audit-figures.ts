import { Injectable } from '@nestjs/common';
import { Metrics } from '@jssu/platform';

/** How far the sequencer is behind, for `/metrics`. */
@Injectable()
export class AuditFigures {
  constructor(metrics: Metrics) {
    metrics.waiting('audit_unchained_entries', 'audit_oldest_unchained_seconds', 'Audit entries not yet in the chain', {
      from: 'audit_pending p JOIN audit_entry e ON e.id = p.entry_id',
      since: 'e.occurred_at',
    });
  }
}
