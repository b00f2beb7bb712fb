// The counterpart of the api: Fastify and pg, and nothing of Nest, Passport, TypeORM or validation. It answers the same
// bytes with the same SQL, which it takes from the views of the built product.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { reads } from './lib/reads.mjs';
import { built } from './lib/servers.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL) });
const names = new Map();
/** Prepares what the product prepares. */
const named = (sql) => names.get(sql) ?? names.set(sql, createHash('sha256').update(sql).digest('base64url')).get(sql);
const uow = {
  query: async (text, values, { prepared = false } = {}) =>
    (await pool.query({ ...(prepared ? { name: named(text) } : {}), text, values })).rows,
};
const { Clock } = await built('libs/platform/src/context/clock.js');
const clock = new Clock();
const secret = Buffer.from(process.env.JSSU_TOKEN_SECRET, 'base64url');

/** Signature and time of an HS256 token. @returns its claims */
function claims({ headers: { authorization = '' } }) {
  const [head, body, signature = ''] = authorization.slice('Bearer '.length).split('.');
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('not signed');
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
  if (payload.exp * 1000 < Date.now()) throw new Error('expired');
  return payload;
}

const app = fastify();
const tools = { app, built, uow, pool, clock, claims, everything: { kind: 'all' } };
// Those that the product has: they are named by who starts this.
for (const read of reads) if (process.argv.includes(read.name)) await read.serve(tools);
process.send({ listening: await app.listen({ port: 0, host: '127.0.0.1' }) });
