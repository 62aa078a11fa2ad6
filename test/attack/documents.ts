/** Documents of the kinds that an attacker writes: small to send, large to answer, to check or to read. */

export const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const typeRef = (depth: number): string => (depth === 0 ? 'name' : `kind name ofType { ${typeRef(depth - 1)} }`);
const argument = `name description isDeprecated deprecationReason defaultValue type { ${typeRef(4)} }`;
const everything = `description types { kind name description specifiedByURL
  fields(includeDeprecated: true) { name description isDeprecated deprecationReason args(includeDeprecated: true) { ${argument} } type { ${typeRef(4)} } }
  inputFields(includeDeprecated: true) { ${argument} } interfaces { name } possibleTypes { name }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } } directives { name description args { ${argument} } }`;

/** The whole schema as often as fits: one alias is 700 kB of answer. */
export const schemaAliases = (count: number): string =>
  `{ ${repeated(count, (index) => `a${index}: __schema { ...s }`)} } fragment s on __Schema { ${everything} }`;

export const typeAliases = (count: number): string =>
  `{ ${repeated(count, (index) => `a${index}: __type(name: "Query") { ...t }`)} } fragment t on __Type { fields { name description args { ${argument} } type { ${typeRef(4)} } } }`;

/** One description of the schema, in which every type is described under ever other names. */
export const descriptionAliases = (count: number): string =>
  `{ __schema { types { ${repeated(count, (index) => `a${index}: description`)} } } }`;

/** Fields of types of fields of types: each level answers a hundred times as much as the one above. */
export const deepIntrospection = (depth: number): string =>
  `{ __schema { types ${'{ fields { type '.repeat(depth)}{ name }${' } }'.repeat(depth)} } }`;

/** Each fragment spreads the next one twice: whoever follows them all, follows 2^levels. */
export const doubledFragments = (levels: number): string =>
  `{ risks(first: 1) { edges { node { ...f0 } } } } ${repeated(levels, (level) => `fragment f${level} on Risk { ${level + 1 < levels ? `...f${level + 1} ...f${level + 1}` : 'code'} }`)}`;

/** The same answer under ever other names. */
export const contentAliases = (count: number): string =>
  `{ editions(first: 1) { edges { node { ${repeated(count, (index) => `c${index}: content`)} } } } }`;

export const listAliases = (count: number): string =>
  `{ risks(first: 100) { edges { node { ${repeated(count, (index) => `t${index}: titleTh`)} } } } }`;

/** One name of the answer asked for again and again: validation compares every pair. */
export const samePairs = (count: number): string => `{ viewer { ${repeated(count, () => 'role')} } }`;

export const samePairsOfLists = (count: number): string =>
  `{ ${repeated(count, () => 'risks(first: 1) { totalCount }')} }`;

/** Two lists with the same many names in them: each name of the one is compared with those of the other. */
export const pairsOfLists = (count: number): string => {
  const list = `risks(first: 1) { edges { node { ${repeated(count, (index) => `a${index}: code`)} } } }`;
  return `{ ${list} ${list} }`;
};

/** Names that do not exist: each would be compared with every name of its type, to suggest one. */
export const unknownFields = (count: number): string =>
  `{ ${repeated(count, (index) => `riskRegistersOfAgency${index}`)} }`;

/** Each fragment leads to the next, and the last to the first. */
export const fragmentCircle = (count: number): string =>
  `{ editions(first: 1) { edges { node { ...f0 } } } } ${repeated(count, (index) => `fragment f${index} on Edition { ...f${(index + 1) % count} }`)}`;

const refusedToThePublic = [
  'plans',
  'projects',
  'swotAnalyses',
  'riskRegisters',
  'risks',
  'mitigations',
  'delegationOrders',
  'findings',
];

/** Errors of a document that runs: each tells its line, and whoever tells it counts those before. */
export const errorsBehindLines = (count: number, lines: number): string =>
  `${'\n'.repeat(lines - 1)}{ ${repeated(count, (index) => `a${index}: ${refusedToThePublic[index % refusedToThePublic.length]}(first: 1) { totalCount }`)} }`;

export const manyDirectives = (count: number): string =>
  `{ viewer { role ${repeated(count, () => '@include(if: true)')} } }`;

export const deepSelections = (depth: number): string =>
  `{ risks(first: 1) { ${'edges { node { register { risks(first: 1) { '.repeat(depth)}totalCount${' } } } }'.repeat(depth)} } }`;

export const budgets = (count: number): string =>
  `{ centre { ${repeated(count, (index) => `b${index}: budgets(fiscalYearFrom: 2500, fiscalYearTo: 2700, byAgency: true) { planned }`)} } }`;

/** A filter of so many conditions; its number decides its shape, so that no statement comes twice. */
export function filterOfShape(number: number, conditions: number): Record<string, unknown> {
  const kinds = [
    (index: number) => ({ titleTh: { contains: `ก${index}` } }),
    (index: number) => ({ score: { gte: index } }),
    (index: number) => ({ register: { fiscalYear: { eq: 2500 + (index % 100) } } }),
    (index: number) => ({ not: { code: { in: [`R-${index}`] }, impact: { lte: index } } }),
  ];
  const parts = Array.from({ length: conditions }, (_, index) => {
    // The digits of the number in base 4, over and over, with a turn at a place that depends on it.
    const kind = (Math.floor(number / 4 ** (index % 8)) + (index > number ? 1 : 0)) % kinds.length;
    return kinds[kind]?.(index) ?? {};
  });
  return { or: parts };
}

const riskFields = [
  'code',
  'titleTh',
  'titleEn',
  'processArea',
  'corruptionTypes',
  'level',
  'score',
  'likelihood',
  'impact',
  'version',
  'agency { code }',
  'register { fiscalYear }',
  'mitigations { id }',
  'responsibleUnit { id }',
] as const;

/** A document that nobody has asked before: other names, and other fields in another order. */
export const everNew = (number: number): string => {
  const chosen = riskFields.filter((_, index) => (number >> index) & 1);
  return `query q%n { risks(first: ${1 + (number % 5)}) { edges { node { id x%n: __typename ${chosen.join(' ')} } } } }`;
};

/** Keys that an input does not have: each is an error that quotes what was sent, and suggests what was meant. */
export const unknownKeys = (count: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`titelTh${index}`, 1]));
