// Jest evaluates its own modules in a context apart. With the built-ins of the tests' context, `expect.any(String)` and `instanceof` mean the same in both.
import { TestEnvironment } from 'jest-environment-node';

const builtIns = [
  'Array',
  'Boolean',
  'Date',
  'Error',
  'Function',
  'Map',
  'Number',
  'Object',
  'Promise',
  'RegExp',
  'Set',
  'String',
];

export default class SharedBuiltIns extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of builtIns) this.global[name] = globalThis[name];
  }
}
