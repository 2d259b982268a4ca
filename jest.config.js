import { readFileSync } from 'node:fs';

const swcrc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** One configuration for all workspaces; the suffix of a spec names its layer (see docs/developing.md). */
export default {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { ...swcrc, swcrc: false }] },
  cacheDirectory: '<rootDir>/.cache/jest',
  setupFiles: ['reflect-metadata'],
  testMatch: ['<rootDir>/{libs,services,tools}/**/*.spec.ts', '<rootDir>/web/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.stack\\.spec\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.cache/'],
  maxWorkers: 2,
  // Ends a test that hangs; it measures nothing: a busy machine takes its time.
  testTimeout: 30_000,
  // A failed spec may leave a server open: it fails, it does not hang.
  forceExit: true,
  reporters: ['default', '<rootDir>/tools/dev/jest-reporter.js'],
};
