import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import type { Printed } from './certificate.store.js';

export interface CertificateRow {
  id: string;
  number: string;
  certificationId: string;
  /** The decision that it states. */
  eventId: string;
  grantedOn: CivilDate;
  /** As printed: the last valid day, inclusive; null without end. */
  expiresOn: CivilDate | null;
  scheme: Printed['scheme'];
  verificationCode: string;
  issuedAt: Date;
}

export interface CertificateFile<T> {
  readonly content: T;
  readonly number: string;
  readonly certificationId: string;
  readonly personId: string;
  readonly unitId: string;
}

/** Of a row `k` of certificate, without its files. */
export const CERTIFICATE = `k.id, k.number, k.certification_id AS "certificationId", k.certification_event_id AS "eventId",
  k.printed->>'grantedOn' AS "grantedOn", k.printed->>'expiresOn' AS "expiresOn", k.printed->'scheme' AS scheme,
  k.verification_code AS "verificationCode", k.issued_at AS "issuedAt"`;

@Injectable()
export class CertificateView {
  constructor(private readonly uow: UnitOfWork) {}

  /** The certificates of one person, the newest first. */
  async ofPerson(personId: string, limit: number, cursor?: string): Promise<Page<CertificateRow>> {
    const params: unknown[] = [personId];
    const key = decodeCursor(cursor, 1);
    const rows = await this.uow.query<CertificateRow>(
      `SELECT ${CERTIFICATE} FROM certificate k JOIN certification c ON c.id = k.certification_id
       WHERE c.person_id = $1 ${key ? `AND k.id < $${params.push(key[0])}::uuid` : ''} ORDER BY k.id DESC LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.id]);
  }

  pdf(scope: Scope, id: string): Promise<CertificateFile<Buffer>> {
    return this.file(scope, id, 'k.pdf');
  }

  credential(scope: Scope, id: string): Promise<CertificateFile<string>> {
    return this.file(scope, id, 'k.credential_jwt');
  }

  private async file<T>(scope: Scope, id: string, column: string): Promise<CertificateFile<T>> {
    const params: unknown[] = [id];
    const [file] = await this.uow.query<CertificateFile<T>>(
      `SELECT ${column} AS content, k.number, c.id AS "certificationId", c.person_id AS "personId", p.unit_id AS "unitId"
       FROM certificate k JOIN certification c ON c.id = k.certification_id JOIN person p ON p.id = c.person_id
       WHERE k.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)}`,
      params,
    );
    if (!file) throw platformErrors['not-found']({ what: 'certificate' });
    return file;
  }
}
