import { Injectable } from '@nestjs/common';
import type { AppError, ErrorParams } from '@jssu/kernel';
import { RequestContext } from '@jssu/platform';
import type { Verdict } from '../domain/decide-enrolment.js';
import type { MissingPrerequisite, SessionClash } from '../domain/eligibility.js';
import type { EnrolmentState } from '../domain/enrolment-state.js';

/** A refusal inside an answer; with the members of its own that its code brings. */
export interface DescribedRefusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
  readonly params: ErrorParams;
  readonly missing?: readonly MissingPrerequisite[];
  readonly clashes?: readonly SessionClash[];
  readonly allowed?: readonly EnrolmentState[];
}

/** Refusals as readers see them, in their language. */
@Injectable()
export class Refusals {
  constructor(private readonly context: RequestContext) {}

  /** @throws the first refusal, with the others beside it under `alsoRefused`, so that all can be mended at once */
  accept<T>(verdict: Verdict<T>): T {
    if (verdict.ok) return verdict.draft;
    throw this.together(verdict.refusals);
  }

  together([first, ...others]: readonly AppError[]): AppError {
    if (others.length === 0) return first;
    const extra = { ...first.extra, alsoRefused: others.map((other) => this.describe(other)) };
    return Object.assign(Object.create(Object.getPrototypeOf(first)) as AppError, first, { extra });
  }

  /** One refusal inside an answer that also holds what was done. */
  describe(error: AppError): DescribedRefusal {
    const { locale } = this.context.current();
    return { code: error.code, ...error.describe(locale), params: error.params, ...error.extra };
  }
}
