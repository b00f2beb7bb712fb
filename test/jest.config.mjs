// One configuration for the whole suite: TypeScript through swc, native ES modules.
export default {
  rootDir: '..',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/config', '<rootDir>/test'],
  testEnvironment: 'node',
  // On a busy machine a process may take seconds to answer; a test that hangs still ends.
  testTimeout: 30_000,
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleNameMapper: {
    '^@jssu/config$': '<rootDir>/config/index.ts',
    '^@jssu/config/demo$': '<rootDir>/config/demo/index.ts',
    '^@jssu/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@jssu/([^/]+)/(http|jobs|embedded)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        sourceMaps: 'inline',
      },
    ],
  },
};
