import type { FastifyRequest } from 'fastify';
import type { Scope } from '../access/scope.js';
import type { Actor } from '../context/request-context.js';

/** The request as our guards leave it. */
export type ApiRequest = FastifyRequest & { user?: Actor; scope?: Scope };
