// Which test runs, as jest-circus asks for it. It keeps that in AsyncLocalStorage, with which Node 20 follows every promise of the process. The tests of
// a file run one after another, so a variable knows it as well.
import asyncHooks from 'node:async_hooks';

let current;

/** What jest-circus uses of AsyncLocalStorage. */
class RunningTest {
  getStore() {
    return current;
  }

  async run(context, work) {
    const outer = current;
    current = context;
    try {
      return await work();
    } finally {
      current = outer;
    }
  }
}

/** Calls `load`, which loads jest-circus, and has it keep the running test in a variable. */
export function withRunningTest(load) {
  const given = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage');
  Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value: RunningTest, configurable: true, enumerable: true });
  try {
    return load();
  } finally {
    Object.defineProperty(asyncHooks, 'AsyncLocalStorage', given);
  }
}

/** The name of the test that runs. */
export const nameOfRunningTest = () => current?.test?.name;
