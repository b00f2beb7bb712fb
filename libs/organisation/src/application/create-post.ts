import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText } from '@jssu/kernel';
import { inScope, platformErrors, UnitOfWork, type Scope } from '@jssu/platform';

export interface NewPost {
  readonly code: string;
  readonly title: LocalizedText;
  readonly siteId: string;
  readonly unitId: string;
  /** People needed, 1 to 10,000. */
  readonly requiredStrength: number;
}

@Injectable()
export class CreatePost {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async execute(scope: Scope, post: NewPost): Promise<string> {
    if (!inScope(scope, { unitId: post.unitId })) throw platformErrors['not-found']({ what: 'unit' });
    const id = uuidv7();
    await this.uow.run(async () => {
      await this.uow.query(
        `INSERT INTO post (id, code, title, site_id, unit_id, required_strength) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, post.code, JSON.stringify(post.title), post.siteId, post.unitId, post.requiredStrength],
      );
      await this.audit.record({
        action: 'organisation.post-created',
        entity: 'post',
        entityId: id,
        unitId: post.unitId,
        after: post,
      });
    });
    return id;
  }
}
