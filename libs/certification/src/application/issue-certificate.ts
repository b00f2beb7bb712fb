import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type AppError, type CivilDate } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import {
  certificateContent,
  CertificateRenderError,
  CertificateRenderer,
  credentialContent,
  newVerificationCode,
  openBadgeCredential,
  signCredential,
  type CertificateFacts,
} from '../documents/index.js';
import { certificateDue } from '../domain/certificate-due.js';
import { certificateErrors } from '../domain/certificate-errors.js';
import { decisionTime, type GrantDecision } from '../domain/certification-event.js';
import type { RulesLookup } from '../domain/scheme-version.js';
import { CertificateStore, type Ground, type NewCertificate } from '../persistence/certificate.store.js';
import { SchemeRules } from '../persistence/scheme-rules.js';
import { CredentialKeys } from './credential-keys.js';

export type Issued =
  | { readonly kind: 'issued' }
  /** The decision still waits for a signature. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly refusal: AppError };

/** The history can change while the certificate is drawn; then everything is looked at again. */
const ROUNDS = 3;

/**
 * Issues the certificate of a decision: the paper and the credential, stored together, once. Drawing takes its time
 * outside any transaction; what is stored holds for the history as it is at that moment, or is thrown away.
 */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: CertificateStore,
    private readonly schemeRules: SchemeRules,
    private readonly renderer: CertificateRenderer,
    private readonly keys: CredentialKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param taskId the task on whose behalf; it is settled with the certificate */
  async execute(eventId: string, taskId: string | null = null): Promise<Issued> {
    for (let round = 1; round <= ROUNDS; round++) {
      const ground = await this.certificates.ground(eventId);
      if (!ground) return { kind: 'refused', refusal: certificateErrors['decision-withdrawn']() };
      if (ground.serial === null) {
        await this.certificates.settleTasks(eventId, taskId, this.clock.now());
        return { kind: 'issued' };
      }
      const { events } = ground;
      const rulesOf = await this.schemeRules.of(events);
      const now = decisionTime(events, this.clock.now());
      const due = certificateDue({ events, rulesOf, on: this.clock.today(ground.zone), now }, eventId);
      if (due.kind !== 'due') return due;
      const facts = factsOf(ground, due.decision, due.expiresOn, rulesOf, eventId);
      try {
        const certificate = await this.draw(facts, eventId);
        if (await this.keep(certificate, ground, taskId)) return { kind: 'issued' };
      } catch (error) {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        return { kind: 'refused', refusal };
      }
    }
    throw new Error(`the history of the certification changed ${ROUNDS} times while the certificate was drawn`);
  }

  private async draw(facts: CertificateFacts, eventId: string): Promise<NewCertificate> {
    const { urls, signer } = this.keys;
    await this.keys.keep();
    const credentialJwt = await signCredential(openBadgeCredential(credentialContent(facts, urls)), signer);
    const pdf = await this.renderer.render(certificateContent(facts, urls), credentialJwt);
    const { certificateId: id, certificationId, number, verificationCode, holder, grantedOn, expiresOn } = facts;
    const printed = { holder, scheme: facts.scheme.title, grantedOn, expiresOn };
    return { id, certificationId, eventId, number, verificationCode, printed, pdf, credentialJwt };
  }

  private async keep(certificate: NewCertificate, ground: Ground, taskId: string | null): Promise<boolean> {
    const { id, certificationId, number, eventId } = certificate;
    const { personId, unitId } = ground;
    return this.uow.run(async () => {
      const outcome = await this.certificates.keep(certificate, ground.version, this.clock.now(), taskId);
      if (outcome === 'kept') {
        const after = { certificateId: id, number, eventId };
        const action = 'certification.certificate-issued';
        await this.audit.record({
          action,
          entity: 'certification',
          entityId: certificationId,
          personId,
          unitId,
          after,
        });
      }
      return outcome !== 'stale';
    });
  }
}

function factsOf(
  ground: Ground,
  decision: GrantDecision,
  expiresOn: CivilDate | null,
  rulesOf: RulesLookup,
  eventId: string,
): CertificateFacts {
  const { certificationId, holder, rank, scheme, course, signers, zone, serial } = ground;
  const rules = rulesOf(decision.schemeVersionId);
  const event = ground.events.find(({ id }) => id === eventId);
  if (!rules || !event) throw new Error(`the rules of scheme version ${decision.schemeVersionId} are not there`);
  return {
    certificateId: uuidv7(),
    certificationId,
    number: `JSSU-${decision.effectiveOn.slice(0, 4)}-${String(serial).padStart(6, '0')}`,
    verificationCode: newVerificationCode(),
    holder,
    rank,
    scheme: { ...scheme, requirement: rules.requirement },
    course,
    grantedOn: decision.effectiveOn,
    expiresOn,
    zone,
    authorities: rules.authorities.map((party) => {
      const { personId = null } = event.signatures.find((signature) => signature.party === party) ?? {};
      return { party, signer: personId ? (signers[personId] ?? null) : null };
    }),
  };
}

/** What drawing again would not mend; undefined for what is worth another try. */
function refusalOf(error: unknown): AppError | undefined {
  if (!(error instanceof CertificateRenderError) || error.retryable) return undefined;
  return error.code === 'glyph-missing'
    ? certificateErrors['glyph-missing']({ character: error.character ?? '' })
    : certificateErrors['certificate-too-long']();
}
