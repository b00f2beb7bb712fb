import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

describe('the generators', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'jssu-generators-'));
    for (const name of ['apps', 'libs', 'config', 'test', 'package.json', 'tsconfig.json', 'nest-cli.json'])
      cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const generate = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['config/generators/generate.mjs', ...args], {
      cwd: copy,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', program), ...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' },
    });
    return [status, status === 0 ? '' : stdout + stderr];
  };
  const read = (file: string) => readFileSync(join(copy, file), 'utf8');

  it('write a module and a use case that compile, keep the dependency rule and pass their specs', () => {
    expect(generate('module', 'drill-plans', 'drill-plan', '--above', 'scheduling')).toMatchObject({ status: 0 });
    expect(generate('module', 'notices')).toMatchObject({ status: 0 });
    expect(generate('use-case', 'drill-plans', 'close-drill-plan')).toMatchObject({ status: 0 });
    // And into a lib that somebody wrote by hand.
    expect(generate('use-case', 'people', 'merge-people')).toMatchObject({ status: 0 });

    execFileSync(
      process.execPath,
      [
        'node_modules/prettier/bin/prettier.cjs',
        '--write',
        '--log-level=warn',
        'libs/drill-plans',
        'libs/notices',
        'libs/people',
        'apps/*/src/*.module.ts',
      ],
      { cwd: copy },
    );
    expect(run('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--incremental', 'false')).toEqual([0, '']);
    expect(
      run(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        'config/dependency-cruiser.cjs',
        '--no-cache',
        '--preserve-symlinks',
        '--output-type',
        'err',
        'libs/drill-plans',
        'libs/notices',
        'libs/people',
      ),
    ).toEqual([0, '']);
    expect(
      run(
        'jest/bin/jest.js',
        '-c',
        'test/jest.config.mjs',
        'libs/drill-plans',
        'libs/notices',
        'libs/people/src/domain/merge-people',
      ),
    ).toEqual([0, '']);
  }, 180_000);

  it('make the lib known everywhere, once, at its rank', () => {
    expect(read('config/dependency-cruiser.cjs')).toMatch(/\['scheduling'\],\n {2}\['drill-plans'\],\n/);
    expect(read('config/dependency-cruiser.cjs')).toMatch(/'notices'\],\n\];/);
    const { paths } = (JSON.parse(read('tsconfig.json')) as { compilerOptions: { paths: object } }).compilerOptions;
    expect(paths).toMatchObject({
      '@jssu/drill-plans': ['./libs/drill-plans/src/index.ts'],
      '@jssu/drill-plans/http': ['./libs/drill-plans/src/http/index.ts'],
    });
    expect(JSON.parse(read('nest-cli.json'))).toMatchObject({
      projects: { 'drill-plans': { root: 'libs/drill-plans' } },
    });
    expect(read('apps/api/src/api.module.ts').match(/DrillPlansHttpModule/g)).toHaveLength(2);
    for (const app of ['worker', 'cli'])
      expect(read(`apps/${app}/src/${app}.module.ts`).match(/DrillPlansModule/g)).toHaveLength(2);
    expect(read('libs/people/src/people.module.ts')).toContain('MergePeople');
    // A migration of its own, after all others and apart from that of the other new lib.
    const numbers = ['drill-plans', 'notices'].map((lib) =>
      Number(/17\d{11}/.exec(read(`libs/${lib}/src/persistence/index.ts`))?.[0]),
    );
    expect(numbers[1] - numbers[0]).toBe(10_000);
  });

  it.each([
    [['module', 'people'], 'is there already'],
    [['module', 'Bad_Name'], 'must be words with dashes'],
    [['module', 'drills', '--above', 'nothing'], 'there is no lib nothing'],
    [['use-case', 'nowhere', 'do-things'], 'there is no libs/nowhere'],
    [['use-case', 'people', 'think'], 'a use case is a verb with its object'],
    [['something'], 'npm run generate'],
  ])('refuse %j', (args, why) => {
    const { status, output } = generate(...args);
    expect([status === 0, output]).toEqual([false, expect.stringContaining(why)]);
  });
});
