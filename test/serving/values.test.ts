import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawn } from '../kit/generated.ts';
import { type InputPlace, inputPlaces } from '../kit/mutation-walk.ts';
import { type Answer, nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const codesOf = ({ errors }: Answer) => errors.map(({ extensions }) => extensions.code);
const personas = ['sample-1-editor', 'sample-1-approver', 'sample-1-agency-admin', 'centre', 'city-admin'];

/** Values that every place takes for its type, to learn who may do what. */
const probes: Readonly<Record<string, unknown>> = {
  Int: 1,
  Date: '2026-12-01',
  DateTime: '2026-12-01T09:00:00+07:00',
  Decimal: '1.00',
  FiscalYear: 2570,
};
const known = new Map<string, string>();

/** Somebody who may do a mutation. */
async function whoMay({ mutation, request }: InputPlace, probe: unknown): Promise<string> {
  for (const persona of known.has(mutation) ? [] : personas) {
    const { query, variables } = request(probe);
    if (codesOf(await registry.as(persona)(query, variables)).includes('FORBIDDEN')) continue;
    known.set(mutation, persona);
    break;
  }
  return known.get(mutation) ?? 'centre';
}

const far = {
  Int: [2_147_483_647, -2_147_483_648, 0, -1, 2_147_483_648, 1.5, '1', 1e308],
  Date: ['0000-01-01', '2023-02-30', '2567-01-01', '10000-01-01', '1900-01-01', '2200-12-31', '๒๐๒๖-๐๑-๐๑', 20230101],
  DateTime: ['0000-01-01T00:00:00Z', '2023-02-28T24:00:00Z', '2567-01-01T00:00:00Z'],
  Decimal: ['-0', '1e3', '9999999999999.99', '99999999999999', '0.001', 'NaN', 1e21, -0, '๑๐๐'],
  FiscalYear: [2500, 2700, 2499, 2024, 2567.5, '2567.0', '๒๕๖๗', 1e30],
};

describe('a value', () => {
  it.each(Object.entries(far))(
    'of type %s, however far or odd, is taken or refused in every mutation, never an error of the registry’s',
    async (scalar, values) => {
      const faults: string[] = [];
      for (const place of drawn(inputPlaces(scalar))) {
        const persona = await whoMay(place, probes[scalar]);
        const answers = values.map(async (value) => {
          const { query, variables } = place.request(value);
          const codes = codesOf(await registry.as(persona)(query, variables));
          if (codes.some((code) => ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE'].includes(code)))
            faults.push(`${place.mutation} ${place.path}: ${value}`);
        });
        await Promise.all(answers);
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['Int', 'risks(first: 1, where: {score: {gt: X}}) { totalCount }', [...far.Int, 1e10]],
    ['Int', 'risks(first: 1, where: {score: {in: [X, 3]}}) { totalCount }', far.Int],
    ['Date', 'mitigations(first: 1, where: {dueOn: {gte: X}}) { totalCount }', far.Date],
    ['Date', 'holidays(from: X, to: X) { date }', far.Date],
    ['FiscalYear', 'projects(first: 1, where: {fiscalYears: {hasSome: [X]}}) { totalCount }', far.FiscalYear],
    ['FiscalYear', 'projects(first: 1, where: {fiscalYears: {has: X}}) { totalCount }', far.FiscalYear],
    [
      'FiscalYear',
      'agency(code: "SAMPLE-1") { riskRegisters(first: 1, where: {not: {fiscalYear: {lt: X}}}) { totalCount } }',
      far.FiscalYear,
    ],
  ])(
    'of type %s in a query is taken or refused by name, never an error of the registry’s: %s',
    async (scalar, field, values) => {
      for (const value of values) {
        const query = `query ($value: ${scalar}!) { ${field.replaceAll('X', '$value')} }`;
        const answers = [
          await registry.as('sample-1-editor')(query, { value }),
          await registry.as('sample-1-editor')(`{ ${field.replaceAll('X', JSON.stringify(value))} }`),
        ];
        for (const { errors } of answers)
          for (const { extensions } of errors)
            expect(['INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(extensions.code);
      }
    },
  );

  it('that says a year of the Buddhist era is answered with the year that is meant', async () => {
    const ask = registry.as('sample-1-editor');
    for (const query of [
      '{ mitigations(first: 1, where: {dueOn: {eq: "2567-01-01"}}) { totalCount } }',
      '{ auditTrail(first: 1, where: {at: {gte: "2567-01-01T00:00:00Z"}}) { totalCount } }',
    ])
      expect((await ask(query)).errors[0]?.message).toContain('2567 of the Buddhist era is 2024 in the common era');
  });

  it('of money shows its two decimals', async () => {
    const { data } = await registry.public(
      '{ agency(code: "LG-MAEDONG") { plans(first: 1) { edges { node { projects(first: 5) { edges { node { budgetLines { amount } } } } } } } } }',
    );
    const amounts = JSON.stringify(data).match(/"amount":"[^"]*"/g) ?? [];
    expect(amounts.every((each) => /\.\d\d"$/.test(each))).toBe(true);
    const shown = await registry.as('maedong-viewer')(
      '{ projects(first: 5) { edges { node { budgetLines { amount } } } } }',
    );
    const own = JSON.stringify(shown.data).match(/"amount":"[^"]*"/g) ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((each) => !/"\d+\.\d\d"$/.test(each))).toEqual([]);
  });
});

describe('a code', () => {
  it('sorts as people count: in lists, in both directions, page by page, beneath others, and as the greatest', async () => {
    const written = ['R-10', 'R-2', 'R-1', 'R-๓', 'R-100', 'R-20'];
    const counted = ['R-1', 'R-2', 'R-๓', 'R-10', 'R-20', 'R-100'];
    await registry.rows(`SET session_replication_role = 'replica';
       UPDATE "Risk" r SET code = (ARRAY['${written.join("','")}'])[n.place]
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM "Risk" WHERE "registerId" = (SELECT "registerId" FROM "Risk" r
         JOIN "Agency" g ON g.id = r."agencyId" WHERE g.code = 'SAMPLE-1' GROUP BY 1 HAVING count(*) >= 6 ORDER BY 1 LIMIT 1)) n
       WHERE n.id = r.id AND n.place <= 6`);
    const ask = registry.as('sample-1-editor');
    const list = async (args: string) => {
      const { data } = await ask(
        `{ risks(${args}, where: {code: {startsWith: "R-"}}) { pageInfo { endCursor hasNextPage } edges { node { code register { id } } } } }`,
      );
      return data.risks;
    };
    const up = 'orderBy: {field: code, direction: ASC}';
    expect(nodes(await list(`first: 50, ${up}`)).map(({ code }) => code)).toEqual(counted);
    expect(nodes(await list('first: 50, orderBy: {field: code, direction: DESC}')).map(({ code }) => code)).toEqual(
      counted.toReversed(),
    );
    const paged: string[] = [];
    for (let after = ''; ; ) {
      const page = await list(`first: 2, ${up}${after && `, after: "${after}"`}`);
      paged.push(...nodes(page).map(({ code }) => code));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(counted);
    const [{ register }] = nodes(await list('first: 1'));
    const { data } = await ask(
      `{ node(id: "${register.id}") { ... on RiskRegister { risks(first: 50, where: {code: {startsWith: "R-"}}) { edges { node { code } } } } } }`,
    );
    expect(nodes(data.node.risks).map(({ code }) => code)).toEqual(counted);
    const [greatest] = await registry.rows<{ code: string }>(
      `SELECT max(code) AS code FROM "Risk" WHERE code LIKE 'R-%'`,
    );
    expect(greatest?.code).toBe('R-100');
  });

  it('of every kind has that order in the database: codes, numbers of orders and circulars, printed codes', async () => {
    const others = await registry.rows(`SELECT c.table_name, c.column_name FROM information_schema.columns c
       WHERE c.table_schema = 'public' AND c.udt_name = 'text' AND c.collation_name IS DISTINCT FROM 'counted'
         AND (c.column_name IN ('orderNo', 'circularNo', 'printedCode') OR c.column_name = 'code' AND c.table_name NOT IN ('Finding', 'CrossAgencyFinding'))`);
    expect(others).toEqual([]);
  });
});

describe('a filter that names no value', () => {
  it('matches nothing and its complement everything, also in the audit trail and in the figures of the centre', async () => {
    const trail = async (where: string) =>
      (await registry.as('sample-1-editor')(`{ auditTrail(first: 1, where: ${where}) { totalCount } }`)).data.auditTrail
        .totalCount;
    const every = await trail('{}');
    expect(every).toBeGreaterThan(0);
    for (const none of ['{agency: {code: {in: []}}}', '{or: []}', '{act: {in: []}}', '{agency: {or: []}}']) {
      expect(await trail(none)).toBe(0);
      expect(await trail(`{not: ${none}}`)).toBe(every);
    }
    const centre = async (field: string) =>
      (await registry.as('centre')(`{ centre { rows: ${field} } }`)).data.centre.rows;
    for (const part of ['agencyCodes', 'agencyKinds', 'districtGroups', 'processAreas']) {
      expect(await centre(`riskLevels(fiscalYear: 2568, filter: {${part}: []}) { key }`)).toEqual([]);
      expect(await centre(`mitigationProgress(fiscalYear: 2568, filter: {${part}: []}) { key }`)).toEqual([]);
    }
    for (const part of ['agencyCodes', 'agencyKinds', 'districtGroups']) {
      expect(await centre(`completeness(fiscalYear: 2568, filter: {${part}: []}) { riskCount }`)).toEqual([]);
      expect(
        await centre(`budgets(fiscalYearFrom: 2568, fiscalYearTo: 2568, filter: {${part}: []}) { planned }`),
      ).toEqual([]);
    }
    expect((await centre('completeness(fiscalYear: 2568, filter: {}) { riskCount }')).length).toBeGreaterThan(0);
  });
});
