// (a) The hottest reads against a bare Fastify + pg server that answers the same bytes from the same rows.
import { get, inTurns, median, round, throughput } from '../lib/measure.mjs';
import { reads } from '../lib/reads.mjs';
import { signIn, startApi, startProcess } from '../lib/servers.mjs';

export const title = 'reads: answers a second, product / bare Fastify + pg';
const ROUNDS = 7;

export async function run({ small, has, report, note }) {
  const { database } = await small();
  const product = await startApi(database.env);
  const there = reads.filter(({ path }) => has('GET', path));
  for (const { name, path } of reads.filter((read) => !there.includes(read)))
    note(`a: ${name}: the product has no GET ${path}`);
  const bare = await startProcess(
    'test/bench/bare-server.mjs',
    database.env,
    there.map(({ name }) => name),
  );
  try {
    for (const read of there) {
      const client = await signIn(product.url, 'administrator');
      const requests = await read.requests(client, database);
      for (const request of requests.slice(0, 5)) await sameBytes(product, bare, request, read.volatile);
      const sides = {
        product: () => throughput(product, requests),
        bare: () => throughput(bare, requests),
      };
      // Compiled and cached before anything counts.
      for (const side of Object.values(sides)) await side();
      const results = await inTurns(ROUNDS, sides);
      const middle = (side, figure) => median(results[side].map((result) => result[figure]));
      report({
        name: `a: ${read.name}`,
        ratio: round(middle('product', 'perSecond') / middle('bare', 'perSecond')),
        target: 0.6,
        better: 'higher',
        productPerSecond: round(middle('product', 'perSecond'), 0),
        barePerSecond: round(middle('bare', 'perSecond'), 0),
        productCpuMicroseconds: round(middle('product', 'cpuMicroseconds'), 0),
        bareCpuMicroseconds: round(middle('bare', 'cpuMicroseconds'), 0),
        rounds: ROUNDS,
        people: database.people,
      });
    }
  } finally {
    await Promise.all([product.kill(), bare.kill()]);
  }
}

/** A comparison of servers that answer differently would be of no use. @param volatile what may differ, as a pattern */
async function sameBytes(product, bare, request, volatile = /(?!)/g) {
  const [left, right] = await Promise.all([get(product.url, request), get(bare.url, request)]);
  const plain = ({ body }) => body.replace(volatile, '');
  if (left.status !== 200 || plain(left) !== plain(right))
    throw new Error(`${request.path}: the answers differ\n${left.body.slice(0, 400)}\n${right.body.slice(0, 400)}`);
}
