import type { AppError } from '@jssu/kernel';
import { platformErrors } from '@jssu/platform';
import { registerErrors } from '../domain/register-errors.js';
import { registerStates, type RegisterState } from '../domain/register-state.js';
import type { RegisterRecord } from '../persistence/register.store.js';

/** What is signed is what was read. @throws `platform.version-conflict` */
export function refuseVersion(register: RegisterRecord, version: number): void {
  if (register.version !== version) throw platformErrors['version-conflict']({}, { currentVersion: register.version });
}

export function refuseStep({ state }: RegisterRecord, to: RegisterState): AppError | undefined {
  if (registerStates.can(state, to)) return undefined;
  return registerErrors['wrong-register-state']({ from: state, to }, { allowed: registerStates.next(state) });
}
