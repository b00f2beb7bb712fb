import { randomInt } from 'node:crypto';
import { Injectable, Optional } from '@nestjs/common';
import { identityErrors } from '../domain/identity-errors.js';
import { passwordProblem } from '../domain/password-rules.js';
import { PasswordContext } from './password-context.js';
import { hashPassword } from './password-hash.js';

/** No letters that look alike: 31 of them. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** A one-time password must be used within this time. */
export const ONE_TIME_HOURS = 72;

/** Takes a password that somebody chose, by the rules, or makes one that is used once. */
@Injectable()
export class NewPassword {
  constructor(@Optional() private readonly context?: PasswordContext) {}

  /** @returns the hash to keep @throws one of the `identity.password-…` refusals */
  async chosen(password: string, userName: string, personId: string | null): Promise<string> {
    const words = personId && this.context ? await this.context.wordsOf(personId) : [];
    const problem = passwordProblem(password, userName, ...words);
    if (problem) throw identityErrors[`password-${problem}`]();
    return hashPassword(password);
  }

  /** Four groups of four: 79 bits, easy to read aloud. */
  async oneTime(): Promise<{ password: string; hash: string }> {
    const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const password = [group(), group(), group(), group()].join('-');
    return { password, hash: await hashPassword(password) };
  }
}
