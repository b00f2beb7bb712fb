// (d) The same reads at ten thousand people and at a million: what a page costs must not grow with what is on record.
import { inTurns, latency, median, round } from '../lib/measure.mjs';
import { reads, searches } from '../lib/reads.mjs';
import { signIn, startApi } from '../lib/servers.mjs';

export const title = 'reads: middle time of one, many people / ten thousand';
const ROUNDS = 7;
const REQUESTS = 200;

export async function run({ small, large, has, report, note }) {
  const databases = { small: (await small()).database, large: (await large()).database };
  const apis = { small: await startApi(databases.small.env), large: await startApi(databases.large.env) };
  try {
    for (const read of [...reads, ...searches]) {
      if (!has('GET', read.path)) {
        note(`d: ${read.name}: the product has no GET ${read.path}`);
        continue;
      }
      const sides = {};
      for (const size of ['small', 'large']) {
        const { url } = apis[size];
        const requests = await read.requests(await signIn(url, 'administrator'), databases[size]);
        sides[size] = () => latency(url, requests, REQUESTS);
        await sides[size]();
      }
      const { small: few, large: many } = await inTurns(ROUNDS, sides);
      report({
        name: `d: ${read.name}`,
        ratio: round(median(many) / median(few)),
        target: 1.5,
        better: 'lower',
        millisecondsAtFew: round(median(few)),
        millisecondsAtMany: round(median(many)),
        few: databases.small.people,
        many: databases.large.people,
        rounds: ROUNDS,
        requestsARound: REQUESTS,
      });
    }
  } finally {
    await Promise.all(Object.values(apis).map((api) => api.kill()));
  }
}
