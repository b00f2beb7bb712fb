import { Injectable } from '@nestjs/common';
import { uuidv7, type Locale } from '@jssu/kernel';
import { ClsService } from 'nestjs-cls';
import type { Grant } from '../access/scope.js';

/** Who acts. `accountId` is null for the system itself: jobs, the scheduler, the command line. */
export interface Actor {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly userName: string;
  readonly sessionId: string | null;
  readonly grants: readonly Grant[];
  /** Signed in with a one-time password: nothing is open but the change to one of his own. */
  readonly mustChangePassword?: boolean;
}

export interface Context {
  readonly requestId: string;
  readonly locale: Locale;
  readonly actor?: Actor;
}

const KEY = 'request-context';

export const SYSTEM_ACTOR: Actor = { accountId: null, personId: null, userName: 'system', sessionId: null, grants: [] };

@Injectable()
export class RequestContext {
  constructor(private readonly cls: ClsService) {}

  current(): Context {
    return (this.cls.isActive() && (this.cls.get(KEY) as Context | undefined)) || { requestId: 'none', locale: 'en' };
  }

  /** @throws Error when nobody is signed in; routes that need an actor are guarded before. */
  actor(): Actor {
    const { actor } = this.current();
    if (!actor) throw new Error('no actor in this context');
    return actor;
  }

  /** Runs the work under a context; nested contexts replace the outer one until the work ends. */
  run<T>(context: Partial<Context>, work: () => T): T {
    return this.cls.run({ ifNested: 'override' }, () => {
      this.cls.set(KEY, {
        requestId: context.requestId ?? uuidv7(),
        locale: context.locale ?? 'en',
        actor: context.actor,
      });
      return work();
    });
  }

  runAs<T>(actor: Actor, work: () => T): T {
    const { requestId, locale } = this.current();
    return this.run({ requestId: requestId === 'none' ? uuidv7() : requestId, locale, actor }, work);
  }

  /** The guard has found out who it is. */
  signIn(actor: Actor): void {
    this.cls.set(KEY, { ...this.current(), actor });
  }
}
