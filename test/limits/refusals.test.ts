import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { openSocket, until } from '../kit/subscriber.ts';

/** The most that a refusal takes, whatever was asked: one does not ask for an answer of megabytes by making mistakes. */
const BYTES_MAX = 65_536;

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const times = <Part>(count: number, part: (index: number) => Part): Part[] =>
  Array.from({ length: count }, (_none, index) => part(index));
const keys = (count: number, key: (index: number) => string) => Object.fromEntries(times(count, (i) => [key(i), i]));
const long = 'x'.repeat(900_000);
const thai = 'ก'.repeat(300_000);

const admin = 'sample-1-agency-admin';
const risks = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';
const addUnit = 'mutation ($input: AddUnitInput!) { addUnit(input: $input) { unit { id } } }';
const addUnits = 'mutation ($input: AddUnitsInput!) { addUnits(input: $input) { doneCount } }';
const idOf = (type: string) => encodeGlobalId(type, '00000000-0000-7000-8000-00000000abcd');
const badUnit = (index: number) => ({
  code: '\u0000',
  nameTh: `\u0000${index}`,
  nameEn: 'x'.repeat(3_000),
  parentId: idOf('Unit'),
});

const scalars = ['ID', 'Int', 'Float', 'Boolean', 'String', 'Date', 'DateTime', 'Decimal', 'FiscalYear', 'RiskLevel'];

/** What is wrong, a request, and who asks: the administrator, where nobody else is named. */
const requests: readonly (readonly [string, string, Record<string, unknown>, string?])[] = [
  ['5,000 unknown keys in a variable', risks, { where: keys(5_000, (i) => `key${i}`) }],
  ['5,000 unknown keys, each of 150 letters', addUnit, { input: keys(5_000, (i) => `${'ก'.repeat(50)}${i}`) }],
  ['an unknown key of 900 kB', addUnit, { input: { [long]: 1 } }],
  ['a long list under a key of 600 kB', addUnit, { input: { ['y'.repeat(600_000)]: times(251, () => 1) } }],
  [
    '50 long lists of wrong values',
    risks,
    { where: { or: times(200, () => ({ code: { in: times(200, (i) => i) } })) } },
  ],
  ['4,000 wrong values in one list', risks, { where: { or: times(200, (i) => ({ and: times(20, () => i) })) } }],
  ...scalars.flatMap((scalar) =>
    [long, thai].map((text): [string, string, Record<string, unknown>] => [
      `a text of ${text.length} letters for ${scalar}`,
      `query ($v: [${scalar}!]) { viewer { role } node(id: $v) { id } }`,
      { v: [text, { text }] },
    ]),
  ),
  ['a literal of 900 kB for a number', `{ risks(first: "${long}") { totalCount } }`, {}],
  ['a literal of 900 kB for a year', `{ centre { riskLevels(fiscalYear: "${long}") { key } } }`, {}],
  ['a field of 900 kB', `{ ${long} }`, {}],
  ['another name of 900 kB', `{ ${long}: nothing }`, {}],
  ['an operation of 900 kB', `query ${long} { nothing }`, {}],
  ['a fragment of 900 kB', `{ ...${long} }`, {}],
  ['a variable of 900 kB', `query ($${long}: Int) { nothing }`, {}],
  ['an enum value of 900 kB', `{ risks(first: 1, where: {level: {eq: ${long}}}) { totalCount } }`, {}],
  ['a name of 900 kB where none may stand', `{ viewer { role } } ${long}`, {}],
  ['a text of 900 kB where none may stand', `{ viewer { role } } "${long}"`, {}],
  ['1,600 unknown fields', `{ ${times(1_600, (i) => `${'n'.repeat(150)}${i}`).join(' ')} }`, {}],
  ['1,000 fields of one name that differ', `{ ${times(1_000, (i) => `a: node(id: "${i}") { id }`).join(' ')} }`, {}],
  ['250 items, each wrong in three places', addUnits, { input: { items: times(250, badUnit) } }],
  ['250 items with unknown keys', addUnits, { input: { items: times(250, () => keys(100, (i) => `k${i}`)) } }],
  [
    '45 changes, each refused',
    `mutation { ${times(45, (i) => `a${i}: addUnit(input: {code: "\\u0000", nameTh: "\\u0000", nameEn: "\\u0000", parentId: "${'z'.repeat(400)}"}) { unit { id } }`).join(' ')} }`,
    {},
  ],
  [
    'a field that is refused for each of thousands of records',
    `{ ${times(40, (i) => `${'a'.repeat(190)}${i}: risks(first: 100) { edges { node { auditTrail(first: 1) { totalCount } } } }`).join(' ')} }`,
    {},
    'sample-1-viewer',
  ],
];

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('a refusal', () => {
  it.each(requests)('is short: %s', async (_name, query, variables, persona = admin) => {
    for (const language of ['th', 'en']) {
      const { errors } = await registry.as(persona)(query, variables, { 'accept-language': language });
      expect(errors.length).toBeGreaterThan(0);
      for (const { message, extensions } of errors) {
        expect(message.length).toBeGreaterThan(0);
        expect(extensions.code).toEqual(expect.stringMatching(/^[A-Z_]+$/));
        expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      }
      expect(bytesOf(errors)).toBeLessThan(BYTES_MAX);
    }
  });

  it('over a socket is as short', async () => {
    const authorization = `Bearer ${await registry.tokenOf('sample-1-viewer')}`;
    const socket = openSocket(registry, { authorization });
    const refused = socket.follow(
      `subscription { statusChanged { ${times(300, (i) => `${'n'.repeat(150)}${i}`).join(' ')} } }`,
    );
    await until('it is over', () => refused.isOver);
    expect(refused.errors).toHaveLength(51);
    expect(bytesOf(refused.errors)).toBeLessThan(BYTES_MAX);
    await socket.close();
  });

  it('says how much more is wrong than it tells', async () => {
    const { errors } = await registry.as(admin)(addUnits, { input: { items: times(250, badUnit) } });
    expect(errors[0]?.extensions.fields).toHaveLength(50);
    expect(errors[0]?.message).toMatch(/And \d+ more fields are wrong\.$/);
    const many = `{ ${times(40, (i) => `a${i}: risks(first: 100) { edges { node { auditTrail(first: 1) { totalCount } } } }`).join(' ')} }`;
    const answer = await registry.as('sample-1-viewer')(many);
    expect(answer.data.a0.edges.length).toBeGreaterThan(0);
    expect(answer.errors.at(-1)).toMatchObject({ message: expect.stringMatching(/^And \d+ more errors\.$/) });
    expect(answer.errors.at(-1)?.extensions.code).toBe('FORBIDDEN');
  });

  it('is told as fast, however much is wrong', async () => {
    await registry.as(admin)(addUnit, { input: {} });
    const began = performance.now();
    const { errors } = await registry.as(admin)(addUnit, { input: keys(40_000, (i) => `nameT${i}`) });
    expect(errors.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('tells what is wrong with a long value, without the value', async () => {
    const { errors } = await registry.as(admin)(addUnit, { input: keys(5_000, (i) => `key${i}`) });
    expect(errors.some(({ message }) => /Field "key\d+" is not defined by type "AddUnitInput"/.test(message))).toBe(
      true,
    );
    expect(errors.every(({ message }) => message.length < 1_000)).toBe(true);
  });
});
