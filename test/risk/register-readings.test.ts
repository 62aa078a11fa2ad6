import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const sql = (text: string, values: unknown[] = []): Promise<any[]> => registry.rows(text, values);

const ask = async (persona: string, query: string): Promise<any> => {
  const { data, errors } = await registry.as(persona)(query);
  expect(errors).toEqual([]);
  return data;
};

const sum = (rows: readonly { riskCount: number }[]): number => rows.reduce((total, row) => total + row.riskCount, 0);

describe('the matrix of a register', () => {
  it('counts every risk exactly once, as SQL does, on every cell of the register’s own method', async () => {
    const data = await ask(
      'centre',
      `{ riskRegisters(first: 100) { edges { node { fiscalYear agency { code } method { cells { likelihood } }
        riskMatrix { unassessedCount otherMethodCount cells { likelihood impact score level colour riskCount } } } } } }`,
    );
    const registers = nodes(data.riskRegisters);
    expect(registers.length).toBeGreaterThan(5);
    const methodSizes = new Set<number>();
    for (const { fiscalYear, agency, method, riskMatrix } of registers) {
      const counts = await sql(
        `SELECT r.likelihood, r.impact, count(*)::int AS "riskCount" FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId"
         WHERE g.code = $1 AND r."fiscalYear" = $2 GROUP BY 1, 2`,
        [agency.code, fiscalYear],
      );
      const placed = riskMatrix.cells.filter(({ riskCount }: { riskCount: number }) => riskCount > 0);
      expect(placed).toHaveLength(counts.filter(({ likelihood }) => likelihood !== null).length);
      for (const cell of placed)
        expect(counts).toContainEqual({
          likelihood: cell.likelihood,
          impact: cell.impact,
          riskCount: cell.riskCount,
        });
      expect(sum(riskMatrix.cells) + riskMatrix.unassessedCount + riskMatrix.otherMethodCount).toBe(sum(counts));
      // A register taken from a document that names no method has no matrix yet.
      expect(riskMatrix.cells).toHaveLength(method?.cells.length ?? 0);
      if (method) methodSizes.add(method.cells.length);
    }
    expect([...methodSizes].sort()).toEqual([25, 9]);
  });
});

describe('a register under another method', () => {
  const underMethod = (version: string) =>
    `{ riskRegisters(first: 1, where: {fiscalYear: {eq: 2569}}) { edges { node { risks(first: 100) { edges { node { code level score } } }
      underMethod(version: "${version}") { newlyNeedsPlanCount transitions { from to move riskCount }
        risks { risk { code } fromLevel fromScore toLevel toScore toLikelihood toImpact move newlyNeedsPlan } } } } } }`;

  it('is a dry run: every risk from its level now to its level there, counted by transition, and nothing is kept', async () => {
    const [before] = await sql('SELECT count(*)::int AS count FROM "AuditEntry"');
    const [{ risks, underMethod: dryRun }] = nodes(
      (await ask('sample-1-viewer', underMethod('3x3-2566'))).riskRegisters,
    );
    const now = nodes(risks).map(({ code, level, score }) => [code, level, score]);
    expect(dryRun.risks.map((row: any) => [row.risk.code, row.fromLevel, row.fromScore])).toEqual(now);
    for (const { toLikelihood, toImpact, toScore, move } of dryRun.risks) {
      expect(toScore).toBe(toLikelihood * toImpact);
      expect(Math.max(toLikelihood, toImpact)).toBeLessThanOrEqual(3);
      expect(['RAISED', 'LOWERED', 'SAME']).toContain(move);
    }
    expect(sum(dryRun.transitions)).toBe(now.length);
    expect(dryRun.newlyNeedsPlanCount).toBe(
      dryRun.risks.filter(({ newlyNeedsPlan }: { newlyNeedsPlan: boolean }) => newlyNeedsPlan).length,
    );
    expect((await sql('SELECT count(*)::int AS count FROM "AuditEntry"'))[0]).toEqual(before);
  });

  it('changes nothing under its own method, and leaves unassessed risks unassessed', async () => {
    const [{ underMethod: own }] = nodes((await ask('sample-1-viewer', underMethod('5x5-2566'))).riskRegisters);
    expect(new Set(own.risks.map(({ move }: { move: string }) => move))).toEqual(new Set(['SAME']));
    const data = await ask(
      'chomthong-viewer',
      '{ riskRegisters(first: 1) { edges { node { underMethod(version: "3x3-2566") { transitions { from to move riskCount } } } } } }',
    );
    expect(nodes(data.riskRegisters)[0].underMethod.transitions).toEqual([
      { from: 'UNASSESSED', to: 'UNASSESSED', move: 'UNASSESSED', riskCount: 9 },
    ]);
  });

  it('is NOT_FOUND for a version that does not exist', async () => {
    const { errors } = await registry.as('sample-1-viewer')(underMethod('9x9-2999'));
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', fields: [{ field: 'version' }] });
  });
});

describe('the series of a risk', () => {
  it('holds its assessments oldest first with the method of each, of one phase or of all', async () => {
    const data = await ask(
      'sample-1-viewer',
      `{ risks(first: 100) { edges { node { assessments { assessedOn phase score method { version } }
        all: series { assessedOn phase score methodVersion } residual: series(phase: RESIDUAL) { phase } } } } }`,
    );
    const risks = nodes(data.risks);
    expect(risks.some(({ all }) => all.length > 1)).toBe(true);
    for (const { assessments, all, residual } of risks) {
      const oldestFirst = assessments.toReversed();
      expect(all).toEqual(
        oldestFirst.map(({ method, ...rest }: { method: { version: string } }) => ({
          ...rest,
          methodVersion: method.version,
        })),
      );
      expect(residual).toHaveLength(all.filter(({ phase }: { phase: string }) => phase === 'RESIDUAL').length);
    }
  });
});

describe('the review of risks', () => {
  it('is filtered by the very state that each risk shows, also from its mitigations', async () => {
    const all = nodes(
      (await ask('sample-1-viewer', '{ risks(first: 100) { edges { node { id reviewState } } } }')).risks,
    );
    let found = 0;
    for (const state of ['OVERDUE', 'DUE_SOON', 'CURRENT']) {
      const data = await ask(
        'sample-1-viewer',
        `{ risks(first: 100, where: {reviewState: {eq: ${state}}}) { totalCount edges { node { id } } }
           mitigations(first: 100, where: {risk: {reviewState: {in: [${state}]}}}) { edges { node { risk { reviewState } } } } }`,
      );
      const expected = all.filter(({ reviewState }) => reviewState === state).map(({ id }) => id);
      expect([state, nodes(data.risks).map(({ id }) => id)]).toEqual([state, expected]);
      for (const { risk } of nodes(data.mitigations)) expect(risk.reviewState).toBe(state);
      found += data.risks.totalCount;
    }
    expect(found).toBe(all.length);
  });

  it('is not owed in a register that was only imported', async () => {
    const data = await ask('chomthong-viewer', '{ risks(first: 9) { edges { node { reviewDueOn reviewState } } } }');
    expect(nodes(data.risks)).toEqual(Array(9).fill({ reviewDueOn: null, reviewState: 'NOT_OWED' }));
  });
});

describe('the readings', () => {
  it.each([
    ['riskRegisters', 'riskMatrix { cells { riskCount } }', 3],
    ['riskRegisters', 'underMethod(version: "3x3-2566") { risks { toLevel risk { code } } }', 5],
    ['riskRegisters', 'carriedFrom { fiscalYear } yearChanges { kind earlier { code } later { code } }', 5],
    ['risks', 'series { score } reviewDueOn reviewState carriedFrom { code }', 3],
  ])('cost as few statements for a page of 20 %s as for one: %s', async (list, fields, atMost) => {
    for (const first of [1, 20]) {
      const query = `{ ${list}(first: ${first}) { edges { node { ${fields} } } } }`;
      await ask('centre', query);
      const statements = await statementsOf(() => ask('centre', query));
      expect([first, statements.length <= atMost ? 'few' : statements]).toEqual([first, 'few']);
    }
  });
});
