// `npm run bench -- [--json out.json] [--only a,c] [--people 1000000]`: starts a PostgreSQL and the built product, measures
// each against its counterpart side by side, prints a table and writes the figures. It judges nothing: targets are shown.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, people: { type: 'string', default: '1000000' } },
});
const many = Number(options.people);
if (!Number.isInteger(many) || many < 1 || many > 10_000_000)
  throw new Error('--people is a whole number up to 10,000,000');

console.log('building ...');
if (spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const { createProductDatabase, startApi, startDatabase } = await import('./lib/servers.mjs');
const { seedRecords } = await import('./lib/records.mjs');

const entries = [];
const notes = [];
const server = await startDatabase();
const seeded = new Map();
/** A database with so many people, made when it is first asked for. */
const withPeople = (count) => {
  const make = async () => {
    const started = performance.now();
    const database = await createProductDatabase(server, `bench_${count}`);
    Object.assign(database, await seedRecords(database, count), { people: count });
    console.log(`${count.toLocaleString('en')} people on record after ${seconds(started)} s`);
    return { database };
  };
  if (!seeded.has(count)) seeded.set(count, make());
  return seeded.get(count);
};

try {
  const { database } = await withPeople(10_000);
  const api = await startApi(database.env);
  const { paths } = await (await fetch(`${api.url}/api/openapi.json`)).json();
  await api.kill();
  const context = {
    server,
    small: () => withPeople(10_000),
    large: () => withPeople(many),
    has: (method, path) => Boolean(paths[path]?.[method.toLowerCase()]),
    note: (text) => notes.push(text),
    report(entry) {
      entries.push(entry);
      const { name, ratio, target, better, ...details } = entry;
      console.log(`${name}: ${ratio} (${better === 'higher' ? '≥' : '≤'} ${target})  ${JSON.stringify(details)}`);
    },
  };
  const wanted = options.only?.split(',');
  for (const file of readdirSync(new URL('scenarios/', import.meta.url)).sort()) {
    if (wanted && !wanted.includes(file.replace('.mjs', ''))) continue;
    const scenario = await import(`./scenarios/${file}`);
    console.log(`\n${file.replace('.mjs', '')}: ${scenario.title}`);
    const started = performance.now();
    await scenario.run(context);
    console.log(`(${seconds(started)} s)`);
  }
} finally {
  for (const made of seeded.values()) await made.then(({ database }) => database.pool.end()).catch(() => undefined);
  await server.stop();
}

console.log('');
for (const { name, ratio, target, better } of entries) {
  const reached = better === 'higher' ? ratio >= target : ratio <= target;
  const wish = `${better === 'higher' ? '≥' : '≤'} ${target}`;
  console.log(`${name.padEnd(40)} ${String(ratio).padStart(8)}   ${wish.padEnd(6)} ${reached ? '' : 'SHORT'}`);
}
for (const text of notes) console.log(`left out: ${text}`);
if (options.json) writeFileSync(options.json, `${JSON.stringify(entries, null, 2)}\n`);

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(0);
}
