const id = (text: string): string => Buffer.from(text).toString('base64');
const someUuid = '0190a5c4-1111-7000-8000-000000000001';

const strings = ['', ' ', '\0', 'ก\0ข', '\ud800', '\u202e', '%', '\\', "'; --", '{"a":1}', 'ก'.repeat(300_000)];

/** What a client may send where a value of a type belongs, by mistake or to see what happens. */
const byType: Readonly<Record<string, readonly unknown[]>> = {
  String: [...strings, 1, true, {}, []],
  ID: [
    ...strings.slice(0, 8),
    'x',
    1,
    ...['Nope:1', 'Risk:', 'Risk:x', 'Risk:\0', ':', 'Query:1', 'PageInfo:1', 'RiskEdge:1', '__Type:1', 'String:1'].map(
      id,
    ),
    ...['constructor:1', '__proto__:1', 'toString:1', 'AuditEntry:1', 'AuditEntry:999999999999999999999'].map(id),
    ...[
      'Agency',
      'Plan',
      'Project',
      'Risk',
      'RiskRegister',
      'Position',
      'Unit',
      'Edition',
      'Account',
      'RiskMethod',
    ].map((type) => id(`${type}:${someUuid}`)),
  ],
  Int: [0, -1, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, '1', null],
  Float: [0, -1, 1e308, '1', null],
  Boolean: ['yes', 0, null],
  Date: [
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '-0001-01-01',
    '2024-02-30',
    '2567-02-29',
    '2024-1-1',
    '๒๕๖๗-๐๑-๐๑',
    'infinity',
    'now',
    '',
    0,
    '\0',
  ],
  DateTime: [
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2023-02-30T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:00:60Z',
    '2567-01-01T00:00:00Z',
    'infinity',
    '',
    0,
    '\0',
  ],
  Decimal: [
    '1e400',
    '1e-400',
    'NaN',
    'Infinity',
    '9'.repeat(1_000),
    '-0',
    '1.999',
    '99999999999999999999',
    '0x10',
    '',
    '\0',
    1e300,
    -1,
  ],
  FiscalYear: [0, -1, 99_999, 2_147_483_648, 2_569.5, '๒๕๖๙', 'สองพัน', '', '\0', null],
};

const lists: readonly unknown[] = [[], [null], [[]], [[[1]]], Array.from({ length: 1_001 }, () => null)];
const objects: readonly unknown[] = [{}, [], 'x', 1, { constructor: 1 }, { toString: {} }, { ['__proto__']: { a: 1 } }];
const enums = ['NOPE', '', 1, 'constructor', '\0', null];

export type Kind = 'scalar' | 'enum' | 'object';

/** What to send for one value of a type. */
export const wrongValues = (typeName: string, kind: Kind): readonly unknown[] =>
  kind === 'enum' ? enums : kind === 'object' ? objects : (byType[typeName] ?? byType.String ?? []);

/** What to send for a list of them, besides lists that hold one wrong value each. */
export const wrongLists = lists;
