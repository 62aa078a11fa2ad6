// Jest's runner, with one thing of its own: Node itself imports the test files, so that a worker loads the product once and not for every file.
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ModernFakeTimers } from '@jest/fake-timers';
import circus from 'jest-circus/runner';
import { useGlobals } from './globals.mjs';
import { withRunningTest } from './running-test.mjs';

register('./loader.mjs', import.meta.url);

const { stackTraceLimit } = Error;

/** Waits until the database of this run is filled, and lets the tests know where it is. */
async function database() {
  const file = process.env.REGISTRY_TEST_DATABASE_FILE;
  if (!file) return;
  while (!existsSync(file)) await sleep(20);
  process.env.REGISTRY_TEST_DATABASE = readFileSync(file, 'utf8');
}

let prepared;

export default async function run(globalConfig, config, environment, runtime, ...rest) {
  prepared ??= Promise.all([import('../kit/registry.ts'), database()]);
  await prepared;
  // Lines and columns are those of the source already: errors need no source maps, and are as short as where the product is served.
  Error.prepareStackTrace = undefined;
  Error.stackTraceLimit = stackTraceLimit;
  environment.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = async (path) => {
    useGlobals(runtime.requireModuleOrMock(path, '@jest/globals'));
    // What a file prints stands under the file's name.
    globalThis.console = environment.global.console;
    await import(pathToFileURL(path).href);
  };
  return withRunningTest(() => circus.default(globalConfig, config, environment, runtime, ...rest));
}
