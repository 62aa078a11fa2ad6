// What test files get for '@jest/globals': names that lead to the functions of the file that runs.
let globals = {};

/** Called before a test file is imported: Jest makes these functions anew for each. */
export const useGlobals = (ofThisFile) => {
  globals = ofThisFile;
};

const leadTo = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, _this, parameters) => globals[name](...parameters),
    get: (_target, key) => globals[name][key],
  });

export const afterAll = leadTo('afterAll');
export const afterEach = leadTo('afterEach');
export const beforeAll = leadTo('beforeAll');
export const beforeEach = leadTo('beforeEach');
export const describe = leadTo('describe');
export const expect = leadTo('expect');
export const it = leadTo('it');
export const jest = leadTo('jest');
export const test = leadTo('test');
