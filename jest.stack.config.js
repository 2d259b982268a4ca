import base from './jest.config.js';

/** The suites that need the real MongoDB, Kafka and Redis: one worker, one stack for all of them. */
export default {
  ...base,
  testMatch: ['<rootDir>/{libs,services,tools}/**/*.stack.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/tools/stack/src/jest-setup.js',
  globalTeardown: '<rootDir>/tools/stack/src/jest-teardown.js',
  maxWorkers: 1,
  testTimeout: 60_000,
};
