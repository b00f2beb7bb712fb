// `npm run check`: everything that can be said about the code without running it, two checks at a time.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const CORES = 2;
const CACHE = 'node_modules/.cache';
const FORMATTED = '{apps,libs,config,test,docs}/**/*.{ts,tsx,mjs,cjs,json,md,css,html}';

/** The longest first, so that the short ones fill the gaps. */
const checks = [
  {
    name: 'types',
    command: 'node_modules/typescript/bin/tsc',
    args: ['-p', 'tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', `${CACHE}/check.tsbuildinfo`],
  },
  {
    name: 'web types',
    command: 'node_modules/typescript/bin/tsc',
    args: ['-p', 'apps/web/tsconfig.json', '--tsBuildInfoFile', `${CACHE}/check.web.tsbuildinfo`],
  },
  {
    name: 'lint',
    command: 'node_modules/eslint/bin/eslint.js',
    args: [
      ...['-c', 'config/eslint.config.mjs', '--max-warnings=0', '--no-warn-ignored', '--no-error-on-unmatched-pattern'],
      ...['--cache', '--cache-strategy=content', `--cache-location=${CACHE}/check.eslint`],
      ...['apps', 'libs', 'config', 'test'],
    ],
  },
  {
    // A lost promise is a lost error. The two rules that need types, by a linter that has them in seconds.
    name: 'promises',
    command: 'node_modules/oxlint/bin/oxlint',
    args: ['-c', 'config/oxlint.json', '--type-aware', '--deny-warnings', 'apps', 'libs', 'config', 'test'],
  },
  {
    name: 'dependencies',
    command: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', 'config/dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'config', 'test'],
  },
  {
    name: 'format',
    command: 'node_modules/prettier/bin/prettier.cjs',
    args: [
      ...['--check', '--log-level=warn', '--no-error-on-unmatched-pattern'],
      ...['--cache', '--cache-strategy=content', `--cache-location=${CACHE}/check.prettier`],
      ...[FORMATTED, '*.md'],
    ],
  },
];

const started = performance.now();
const waiting = [...checks];
const results = [];
await Promise.all(Array.from({ length: CORES }, work));
for (const { name, code, output } of results) if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}`);
console.log('');
for (const { name } of checks) {
  const { code, seconds } = results.find((result) => result.name === name);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)} ${seconds.toFixed(1)} s`);
}
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s in all`);
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await run(check));
}

function run({ name, command, args }) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    const finish = (code) => resolve({ name, code, output, seconds: (performance.now() - start) / 1000 });
    child.once('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.once('close', finish);
  });
}
