import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { permission } from '../access/permissions.js';
import { ANSWERS, REFUSES, type AnswerForm } from './answers.js';
import { PUBLIC, REQUIRES } from './decorators.js';

export interface RoutePolicy {
  readonly method: string;
  readonly path: string;
  /** A permission key, `(signed in)` or `(public) why`. */
  readonly policy: string;
  /** What it answers on success, where it says so. */
  readonly answers?: AnswerForm;
  /** Codes of the refusals that it declares. */
  readonly refuses?: readonly string[];
}

/** Lists every route with its policy, and stops the boot when one has none. */
@Injectable()
export class RoutePolicies implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.list().filter((route) => route.policy === '');
    if (open.length > 0) {
      throw new Error(`routes without @Requires or @Public: ${open.map((r) => `${r.method} ${r.path}`).join(', ')}`);
    }
  }

  list(): RoutePolicy[] {
    const routes: RoutePolicy[] = [];
    for (const { metatype, instance } of this.discovery.getControllers()) {
      if (!metatype || !instance) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const bases = ([] as string[]).concat((Reflect.getMetadata(PATH_METADATA, metatype) as string | string[]) ?? '');
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const paths = ([] as string[]).concat((Reflect.getMetadata(PATH_METADATA, handler) as string | string[]) ?? '');
        const read = (key: string) =>
          (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype)) as string | undefined;
        const why = read(PUBLIC);
        const required = read(REQUIRES);
        if (required) permission(required);
        const policy = why ? `(public) ${why}` : required === '' ? '(signed in)' : (required ?? '');
        const answers = Reflect.getMetadata(ANSWERS, handler) as AnswerForm | undefined;
        const refuses = Reflect.getMetadata(REFUSES, handler) as readonly string[] | undefined;
        for (const base of bases) {
          for (const path of paths) {
            routes.push({
              method: RequestMethod[method],
              path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
              policy,
              answers,
              refuses,
            });
          }
        }
      }
    }
    return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
  }
}
