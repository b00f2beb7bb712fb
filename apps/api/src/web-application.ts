import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';

const FOLDER = fileURLToPath(new URL('../../web', import.meta.url));
/** Addresses that the API and its public pages own, present and future: what is not there is not found. */
const NOT_OURS = /^\/(api|verify|health|metrics|problems)(\/|$)/;
/** The last part has a suffix. */
const FILE = /\.\w+$/;
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built web application. Every address that nobody else owns shows it, so that links into it work. The page
 * is never kept, so that a new version is seen at once; its parts, named by a digest of their content, for good.
 */
export async function serveWebApplication(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(FOLDER)) return;
  await app.register(fastifyStatic as never, {
    root: FOLDER,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, file: string) => void reply.header('cache-control', keepingOf(file)),
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = new URL(request.url, 'http://localhost').pathname;
      if (NOT_OURS.test(path)) return reply.callNotFound();
      return reply.sendFile(FILE.test(path) ? path : 'index.html');
    });
}

function keepingOf(file: string): string {
  if (file.includes('/assets/')) return `public, max-age=${YEAR_SECONDS}, immutable`;
  return /\.html(\.br|\.gz)?$/.test(file) ? 'no-store' : 'public, max-age=3600';
}
