import { expect, it } from '@jest/globals';
import { nameOfRunningTest } from './running-test.mjs';

it('jest-circus keeps the running test where the runner says', () => {
  expect(nameOfRunningTest()).toBe('jest-circus keeps the running test where the runner says');
});
