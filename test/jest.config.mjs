import { fileURLToPath } from 'node:url';
import { tooMuchMb } from './runner/memory.mjs';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export default {
  rootDir: here('..'),
  roots: ['<rootDir>/packages', '<rootDir>/prisma', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  testRunner: here('./runner/runner.mjs'),
  testSequencer: here('./runner/sequencer.mjs'),
  testEnvironment: here('./runner/environment.mjs'),
  testTimeout: 30_000,
  // One more than the cores it is meant for: a third of the time a worker waits, for a server that starts or a limit that has to pass.
  maxWorkers: 3,
  workerIdleMemoryLimit: `${tooMuchMb}MB`,
  // Kept from run to run: how long each file takes, so that the longest begin first.
  cacheDirectory: here('../node_modules/.cache/jest'),
};
