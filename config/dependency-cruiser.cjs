// The dependency rule of docs/architecture.md. Type imports count: what is only a type today is a habit tomorrow.

/** From the bottom up. A lib may import the libs of lower ranks, and no others. */
const RANKS = [
  ['kernel'],
  ['platform'],
  ['audit'],
  ['identity'],
  ['organisation'],
  ['people'],
  ['catalogue'],
  ['scheduling'],
  ['enrolment'],
  ['delivery'],
  ['certification'],
  ['imports', 'notifications', 'readiness'],
];
const TEST_CODE = '(\\.spec\\.ts$|^libs/testing/|^test/)';

const rankRules = RANKS.flatMap((libs, rank) =>
  libs.map((lib) => ({
    name: `rank-of-${lib}`,
    comment: `${lib} imports only libs below it. What must go up travels as an event, or by a port that the lower lib declares.`,
    severity: 'error',
    from: { path: `^libs/${lib}/src/`, pathNot: TEST_CODE },
    to: { path: '^libs/', pathNot: `^libs/(${[lib, ...RANKS.slice(0, rank).flat()].join('|')})/` },
  })),
);

module.exports = {
  forbidden: [
    ...rankRules,
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that nobody can follow escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages-only',
      comment: '@jest/globals is a part of jest that has its own name.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@jest/globals/' },
    },
    {
      name: 'no-dev-package-in-the-product',
      severity: 'error',
      from: {
        path: '^(apps|libs|config)/',
        pathNot: `${TEST_CODE}|^config/(eslint|dependency-cruiser|.*\\.config)|^apps/web/`,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'one-door',
      comment: 'Other libs are entered by their index.ts alone (and http, jobs, embedded by their own doors).',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^libs/($1/|[^/]+/src/((http|jobs|embedded)/)?index\\.ts$)' },
    },
    {
      name: 'one-door-for-apps',
      severity: 'error',
      from: { path: '^(apps|test|config)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/((http|jobs|embedded)/)?index\\.ts$|\\.fixtures\\.ts$' },
    },
    {
      name: 'fixtures-for-tests-only',
      severity: 'error',
      from: { pathNot: `${TEST_CODE}|\\.fixtures\\.ts$` },
      to: { path: '\\.fixtures\\.ts$' },
    },
    {
      name: 'http-and-jobs-for-apps-only',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: TEST_CODE },
      to: { path: '^libs/[^/]+/src/(http|jobs|embedded)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'doors-open-outwards',
      comment: 'Rules, use cases and tables know nothing of HTTP and job handlers.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/(domain|application|persistence)/', pathNot: TEST_CODE },
      to: { path: '^libs/$1/src/(http|jobs)/' },
    },
    {
      name: 'index-without-http-and-jobs',
      comment: 'Else a worker would load every controller, and the api every job handler.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/index\\.ts$', pathNot: '^libs/platform/' },
      to: { path: '^libs/$1/src/(http|jobs)/' },
    },
    {
      name: 'entities-stay-inside',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/((http|jobs)/)?index\\.ts$' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'entities-of-others',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '\\.entity\\.ts$', pathNot: '^$1/$2/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports the kernel and itself: no Nest, no TypeORM, no clock, no input or output.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: TEST_CODE },
      to: { pathNot: '^libs/(kernel/src/index\\.ts$|$1/src/domain/)' },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: TEST_CODE },
      to: { pathNot: '^(libs/kernel/|(node:)?crypto$)' },
    },
    {
      name: 'embedded-stands-alone',
      comment: 'It runs before anything else of the product, and in tests without Nest.',
      severity: 'error',
      from: { path: '^libs/platform/src/embedded/', pathNot: TEST_CODE },
      to: { pathNot: '^(libs/platform/src/embedded/|node_modules/(@types/)?pg/|(node:)?[a-z_/]+$)' },
    },
    {
      name: 'config-stands-alone',
      severity: 'error',
      from: { path: '^config/', pathNot: TEST_CODE },
      to: { path: '^(apps|libs)/', pathNot: '^libs/kernel/src/index\\.ts$' },
    },
    {
      name: 'apps-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-speaks-http',
      comment: 'The web application knows the rest by the description of the API alone.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|config)/' },
    },
    {
      name: 'web-features-apart',
      comment: 'What two features need is in ui/ or api/.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-from-below',
      comment: 'i18n, api and what is kept offline know nothing of screens, ui nothing of features.',
      severity: 'error',
      from: { path: '^apps/web/src/(api|i18n|offline|ui)/', pathNot: '\\.d\\.ts$' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'libs-below-apps',
      severity: 'error',
      from: { path: '^(libs|config)/' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'testing-for-tests-only',
      severity: 'error',
      from: { pathNot: TEST_CODE },
      to: { path: '^libs/testing/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
