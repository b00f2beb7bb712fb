// `npm start`: checks the machine, builds what changed, and hands over to the compiled launcher.
// Plain JavaScript on purpose: it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = join(root, 'dist/apps/cli/src/start.js');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node.js 20.19 or newer is needed; this is ${process.versions.node}. See https://nodejs.org/`);
}
if (!existsSync(join(root, 'node_modules/.package-lock.json'))) fail('The packages are not installed yet. Run: npm ci');
process.chdir(root);

const stamp = join(root, 'dist/.sources');
const sources = fingerprint();
if (!existsSync(launcher) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  console.log('building (a minute or less, only after a change) ...');
  const build = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (build.error || build.status !== 0) fail(`The build failed${build.error ? `: ${build.error.message}` : '.'}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, sources);
}

const { start } = await import(pathToFileURL(launcher).href);
await start(root);

/** A digest of everything that the build reads: file times say nothing after a checkout. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (file) =>
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json']) add(join(root, name));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(path);
      } else if (/\.(ts|json|tsx|css|html|svg|woff2)$/.test(entry.name) && !entry.name.endsWith('.spec.ts')) add(path);
    }
  };
  for (const folder of ['apps', 'libs', 'config']) walk(join(root, folder));
  return hash.digest('hex');
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
