import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { assessmentOf, type RiskAt, risksOf } from '../kit/risks.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const mutation = `mutation ($input: AssessRiskInput!) {
  assessRisk(input: $input) {
    risk { level score likelihood impact version assessments { phase } currentAssessment { level colour assessedBy method { version } } }
    assessment { phase score level justificationTh assessedOn origin }
  }
}`;

const input = (risk: RiskAt, more: Record<string, unknown> = {}) => ({
  input: assessmentOf(risk, { likelihood: 4, impact: 5, ...more }),
});

const rows = async () =>
  (
    await registry.rows<{ assessments: number; audits: number }>(
      'SELECT (SELECT count(*) FROM "Assessment")::int AS assessments, (SELECT count(*) FROM "AuditEntry" WHERE entity <> \'Finding\')::int AS audits',
    )
  )[0];

describe('assessRisk', () => {
  it('adds an assessment under the method of the register, and the risk shows it', async () => {
    const [risk] = await risksOf(registry.as('chomthong-viewer'));
    if (!risk) throw new Error('Chom Thong has risks.');
    const { data, errors } = await registry.as('chomthong-editor')(
      mutation,
      input(risk, { likelihood: 4, impact: 5, justificationTh: '  เหตุผล ๑  ' }),
    );
    expect(errors).toEqual([]);
    expect(data.assessRisk.risk).toMatchObject({
      level: 'EXTREME',
      score: 20,
      likelihood: 4,
      impact: 5,
      version: risk.version + 1,
    });
    expect(data.assessRisk.risk.currentAssessment.assessedBy).toContain('ผู้จัดทำข้อมูล สำนักงานเขตจอมทอง');
    expect(data.assessRisk.assessment).toMatchObject({
      phase: 'INHERENT',
      score: 20,
      level: 'EXTREME',
      justificationTh: 'เหตุผล ๑',
      origin: 'USER',
    });
  });

  it('is recorded in the audit trail with who, what and the act', async () => {
    const [, risk] = await risksOf(registry.as('chomthong-viewer'));
    if (!risk) throw new Error('Chom Thong has risks.');
    const before = await rows();
    await registry.as('chomthong-approver')(mutation, input(risk, { likelihood: 1, impact: 2 }));
    const after = await rows();
    // One entry for each record that changed.
    expect((after?.audits ?? 0) - (before?.audits ?? 0)).toBe(2);
    const entries = await registry.rows<{ act: string; entity: string; action: string; name: string }>(
      'SELECT e.act, e.entity, e.action::text, a.name FROM "AuditEntry" e JOIN "Account" a ON a.id = e."accountId" WHERE e.entity <> \'Finding\' ORDER BY e.at DESC, e.seq DESC LIMIT 2',
    );
    expect(new Set(entries.map(({ entity, action }) => `${action} ${entity}`))).toEqual(
      new Set(['INSERT Assessment', 'UPDATE Risk']),
    );
    expect(entries.every(({ act, name }) => act === 'assessRisk' && name.includes('ผู้อนุมัติ'))).toBe(true);
  });

  it('lets a residual assessment decide the level over an inherent one, and a target never', async () => {
    const [, , risk] = await risksOf(registry.as('chomthong-viewer'));
    if (!risk) throw new Error('Chom Thong has risks.');
    const ask = registry.as('chomthong-editor');
    const level = async (version: number, more: Record<string, unknown>) =>
      (await ask(mutation, input({ ...risk, version }, more))).data.assessRisk.risk.level;
    expect(await level(risk.version, { phase: 'INHERENT', likelihood: 5, impact: 5 })).toBe('EXTREME');
    expect(await level(risk.version + 1, { phase: 'RESIDUAL', likelihood: 2, impact: 3 })).toBe('MEDIUM');
    expect(await level(risk.version + 2, { phase: 'INHERENT', likelihood: 5, impact: 4 })).toBe('MEDIUM');
    expect(await level(risk.version + 3, { phase: 'TARGET', likelihood: 1, impact: 1 })).toBe('MEDIUM');
    const earlier = { phase: 'RESIDUAL', likelihood: 5, impact: 5, assessedOn: '2026-10-05' };
    expect(await level(risk.version + 4, earlier)).toBe('MEDIUM');
    expect(await level(risk.version + 5, { phase: 'RESIDUAL', likelihood: 5, impact: 5 })).toBe('EXTREME');
    // The act and the trigger on assessments judge alike: the trigger had nothing to change.
    const [recorded] = await registry.rows<{ changes: number }>(
      `SELECT count(*)::int AS changes FROM "AuditEntry" WHERE entity = 'Risk' AND act = 'assessRisk' AND "entityId" = '${decodeGlobalId(risk.id)?.id}'`,
    );
    expect(recorded?.changes).toBe(6);
  });

  it('gives every cell of both methods the level that the method says', async () => {
    const { data } = await registry.public(
      '{ riskMethods { version cells { likelihood impact score level } likelihoodMax impactMax } }',
    );
    for (const { version, cells, likelihoodMax, impactMax } of data.riskMethods) {
      expect([version, cells.length]).toEqual([version, likelihoodMax * impactMax]);
      for (const { likelihood, impact, score } of cells) expect(score).toBe(likelihood * impact);
    }
    const five = data.riskMethods.find(({ version }: { version: string }) => version.startsWith('5x5'));
    for (const { score, level } of five.cells)
      expect([score, level]).toEqual([
        score,
        score >= 15 ? 'EXTREME' : score >= 10 ? 'HIGH' : score >= 5 ? 'MEDIUM' : 'LOW',
      ]);
  });

  it('refuses a stale version with CONFLICT, and of two who collide exactly one wins', async () => {
    const [, , , risk] = await risksOf(registry.as('chomthong-viewer'));
    if (!risk) throw new Error('Chom Thong has risks.');
    const ask = registry.as('chomthong-editor');
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(mutation, input(risk))));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(
      Array(5).fill('CONFLICT'),
    );
  });

  it('names every wrong field at once, and writes nothing', async () => {
    const [, , , , risk] = await risksOf(registry.as('chomthong-viewer'));
    if (!risk) throw new Error('Chom Thong has risks.');
    const before = await rows();
    const { errors } = await registry.as('chomthong-editor')(
      mutation,
      input(risk, { likelihood: 0, impact: 6, justificationTh: ' \u0000', assessedOn: '2199-01-01' }),
    );
    expect(errors[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(errors[0]?.extensions.fields.map(({ field }: { field: string }) => field)).toEqual([
      'likelihood',
      'impact',
      'justificationTh',
      'assessedOn',
    ]);
    expect(await rows()).toEqual(before);
  });

  it('holds the values to the scale of the register’s own method', async () => {
    const [risk] = await risksOf(
      registry.as('centre'),
      '{register: {fiscalYear: {eq: 2568}}, agency: {code: {eq: "SAMPLE-3"}}}',
    );
    expect(risk).toBeDefined();
    const { data } = await registry.as('centre')(
      'query ($id: ID!) { node(id: $id) { ... on Risk { register { method { code impactMax } } } } }',
      { id: risk?.id },
    );
    expect(data.node.register.method).toEqual({ code: '3x3', impactMax: 3 });
  });

  it('is refused with the name of the state while the register is submitted or closed', async () => {
    for (const [status, persona] of [
      ['CLOSED', 'sample-1-editor'],
      ['SUBMITTED', 'sample-2-editor'],
    ] as const) {
      const [risk] = await risksOf(registry.as(persona), `{register: {status: {eq: ${status}}}}`);
      if (!risk) throw new Error(`No risk in a ${status} register.`);
      const before = await rows();
      const { errors } = await registry.as(persona)(mutation, input(risk));
      expect(errors[0]?.extensions.code).toBe('ILLEGAL_TRANSITION');
      expect(errors[0]?.extensions.status).toBe(status);
      expect(await rows()).toEqual(before);
    }
  });

  it('cannot find a risk of another agency, nor change it', async () => {
    const [risk] = await risksOf(registry.as('sample-1-viewer'), '{register: {status: {eq: APPROVED}}}');
    if (!risk) throw new Error('Sample 1 has risks.');
    const before = await rows();
    const foreign = await registry.as('sample-2-editor')(mutation, input(risk));
    const absent = await registry.as('sample-2-editor')(
      mutation,
      input({ ...risk, id: 'UmlzazowMDAwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMGRlYWQ' }),
    );
    expect(foreign.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(foreign.text).toBe(absent.text);
    expect(await rows()).toEqual(before);
  });
});
