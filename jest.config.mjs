// Four projects: unit (pure), int (one service on real Postgres and NATS), e2e (all of them, HTTP only), chaos (all of them, killed).
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/\\.local/', '/\\.cache/'],
};

export default {
  testTimeout: 30_000, // for what hangs; how fast something is, a test does not judge
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,services}/*/src/**/*.spec.ts',
        '<rootDir>/{deploy,bench,web}/src/**/*.spec.ts',
        '<rootDir>/scripts/*.spec.ts',
      ],
    },
    {
      ...common,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,services}/*/test/**/*.int.spec.ts', '<rootDir>/{deploy,scripts}/test/**/*.int.spec.ts'],
      globalSetup: '<rootDir>/scripts/prepare-tests.mjs',
      globalTeardown: '<rootDir>/libs/testing/dist/jest-global-teardown.js',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/!(chaos).e2e.spec.ts'],
      globalSetup: '<rootDir>/scripts/prepare-tests.mjs',
      globalTeardown: '<rootDir>/libs/testing/dist/jest-global-teardown.js',
    },
    {
      ...common,
      displayName: 'chaos',
      testMatch: ['<rootDir>/e2e/chaos.e2e.spec.ts'],
      globalSetup: '<rootDir>/scripts/prepare-tests.mjs',
      globalTeardown: '<rootDir>/libs/testing/dist/jest-global-teardown.js',
    },
  ],
};
