import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const sql = (text: string, values: unknown[] = []): Promise<any[]> => registry.rows(text, values);

const registerOf = async (persona: string, fiscalYear: number): Promise<any> =>
  nodes(
    (
      await registry.as(persona)(
        `{ riskRegisters(first: 1, where: {fiscalYear: {eq: ${fiscalYear}}}) { edges { node { id risks(first: 100) { edges { node {
          id code titleTh level processArea corruptionTypes causes { textTh } controls { textTh effectiveness }
          mitigations { measureTh status dueOn strategy progressPercent ownerUnit { code } project { id } } } } } } } } }`,
      )
    ).data.riskRegisters,
  )[0];

const carryForward = (persona: string, input: Record<string, unknown>) =>
  registry.as(persona)(
    `mutation ($input: CarryForwardRiskRegisterInput!) { carryForwardRiskRegister(input: $input) { riskRegister {
      id fiscalYear status origin version method { version } carriedFrom { fiscalYear }
      yearChanges { kind changedFields earlier { id code } later { id code } }
      risks(first: 100) { totalCount edges { node { id code titleTh level score processArea corruptionTypes origin version fiscalYear carriedFrom { id }
        causes { textTh } controls { textTh effectiveness } assessments { id } acceptances { id }
        mitigations { measureTh status dueOn strategy progressPercent ownerUnit { code } project { id } } } } } } } }`,
    { input },
  );

const rows = () =>
  sql(
    'SELECT (SELECT count(*) FROM "RiskRegister")::int AS registers, (SELECT count(*) FROM "AuditEntry")::int AS audits',
  );

const isOpen = ({ status }: { status: string }) => ['PLANNED', 'IN_PROGRESS', 'OVERDUE'].includes(status);

describe('carryForwardRiskRegister', () => {
  it('drafts the register of a later year with the risks, their causes, controls and open mitigations, and nothing scored', async () => {
    const from = await registerOf('sample-1-viewer', 2569);
    const [ended, ...continued] = nodes(from.risks);
    const { data, errors } = await carryForward('sample-1-editor', {
      fromId: from.id,
      fiscalYear: 2570,
      withoutRiskIds: [ended.id],
    });
    expect(errors).toEqual([]);
    const { riskRegister } = data.carryForwardRiskRegister;
    expect(riskRegister).toMatchObject({
      fiscalYear: 2570,
      status: 'DRAFT',
      origin: 'USER',
      version: 1,
      method: { version: '5x5-2566' },
      carriedFrom: { fiscalYear: 2569 },
    });
    expect(nodes(riskRegister.risks)).toEqual(
      continued.map(({ id, level: _level, mitigations, ...kept }) => ({
        ...kept,
        id: expect.any(String),
        level: 'UNASSESSED',
        score: null,
        origin: 'USER',
        version: 1,
        fiscalYear: 2570,
        carriedFrom: { id },
        assessments: [],
        acceptances: [],
        mitigations: mitigations.filter(isOpen),
      })),
    );
    const kinds = riskRegister.yearChanges.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual([...continued.map(() => 'CHANGED'), 'CLOSED']);
    expect(riskRegister.yearChanges.at(-1)).toEqual({
      kind: 'CLOSED',
      changedFields: [],
      earlier: { id: ended.id, code: ended.code },
      later: null,
    });
    expect(riskRegister.yearChanges[0].changedFields).toEqual(['level', 'likelihood', 'impact']);
    const [audit] = await sql(
      `SELECT count(*)::int AS count FROM "AuditEntry" WHERE act = 'carryForwardRiskRegister' AND entity = 'Risk'`,
    );
    expect(audit.count).toBe(continued.length);
  });

  it('lets the new register say what is new and what is unchanged once it is assessed as before', async () => {
    const register = await registerOf('sample-1-viewer', 2570);
    const [first] = nodes(register.risks);
    const [old] = await sql(
      `SELECT o.likelihood, o.impact FROM "Risk" r JOIN "Risk" o ON o.id = r."carriedFromId" WHERE r.code = $1 AND r."fiscalYear" = 2570`,
      [first.code],
    );
    const assessed = await registry.as('sample-1-editor')(
      'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { level } } }',
      { input: { riskId: first.id, expectedVersion: 1, phase: 'INHERENT', justificationTh: 'คงเดิม', ...old } },
    );
    expect(assessed.errors).toEqual([]);
    await registry.as('sample-1-editor')(
      'mutation ($input: AddRiskInput!) { addRisk(input: $input) { risk { id } } }',
      { input: { registerId: register.id, code: 'N-1', titleTh: 'ความเสี่ยงใหม่', processArea: 'OTHER' } },
    );
    const { data } = await registry.as('sample-1-viewer')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { yearChanges { kind later { code } earlier { code } } } } }',
      { id: register.id },
    );
    const of = (code: string) => data.node.yearChanges.find((change: any) => change.later?.code === code);
    expect(of(first.code)).toMatchObject({ kind: 'UNCHANGED', earlier: { code: first.code } });
    expect(of('N-1')).toMatchObject({ kind: 'NEW', earlier: null });
  });

  it('refuses a year that has a register or does not come later, and writes nothing', async () => {
    const from = await registerOf('sample-2-viewer', 2568);
    const before = await rows();
    for (const fiscalYear of [2567, 2568, 2569]) {
      const { errors } = await carryForward('sample-2-editor', { fromId: from.id, fiscalYear });
      expect([fiscalYear, errors[0]?.extensions]).toMatchObject([
        fiscalYear,
        { code: 'INVALID_INPUT', fields: [{ field: 'fiscalYear' }] },
      ]);
    }
    expect(await rows()).toEqual(before);
  });

  it('cannot find a register or a risk of another agency, and lets one of two at once win', async () => {
    const [foreign, own] = [await registerOf('sample-1-viewer', 2569), await registerOf('sample-2-viewer', 2569)];
    const before = await rows();
    const byRegister = await carryForward('sample-2-editor', { fromId: foreign.id, fiscalYear: 2571 });
    expect(byRegister.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', fields: [{ field: 'fromId' }] });
    const byRisk = await carryForward('sample-2-editor', {
      fromId: own.id,
      fiscalYear: 2571,
      withoutRiskIds: [nodes(own.risks)[0].id, nodes(foreign.risks)[0].id],
    });
    expect(byRisk.errors[0]?.extensions).toMatchObject({
      code: 'NOT_FOUND',
      fields: [{ field: 'withoutRiskIds[1]' }],
    });
    expect(await rows()).toEqual(before);
    const twins = await Promise.all(
      [1, 2].map(() => carryForward('sample-2-editor', { fromId: own.id, fiscalYear: 2571 })),
    );
    expect(twins.map(({ errors }) => errors[0]?.extensions.code ?? 'done').sort()).toEqual(['INVALID_INPUT', 'done']);
  });

  it('carries a register of 500 risks in one transaction', async () => {
    const [{ id }] = await sql(
      `SELECT r.id FROM "RiskRegister" r JOIN "Agency" g ON g.id = r."agencyId" WHERE g.code = 'SAMPLE-1' AND r."fiscalYear" = 2568`,
    );
    await sql(`SET session_replication_role = 'replica';
      INSERT INTO "Risk" (id, "agencyId", "registerId", "fiscalYear", code, "titleTh", "processArea", "updatedAt")
        SELECT gen_random_uuid(), "agencyId", id, "fiscalYear", 'B-' || n, 'ความเสี่ยงจำนวนมาก ' || n, 'OTHER', now()
        FROM "RiskRegister", generate_series(1, 500) n WHERE id = '${id}';
      INSERT INTO "RiskCause" (id, "agencyId", "riskId", "sortOrder", "textTh")
        SELECT gen_random_uuid(), "agencyId", id, 1, 'สาเหตุ' FROM "Risk" WHERE code LIKE 'B-%';
      INSERT INTO "Mitigation" (id, "agencyId", "riskId", "fiscalYear", "sortOrder", "measureTh", strategy, "dueOn", "updatedAt")
        SELECT gen_random_uuid(), "agencyId", id, "fiscalYear", 1, 'มาตรการ', 'TREAT', '2027-09-30', now()
        FROM "Risk" WHERE code LIKE 'B-%0'`);
    const from = await registerOf('sample-1-viewer', 2568);
    const start = performance.now();
    const { data, errors } = await registry.as('sample-1-editor')(
      'mutation ($input: CarryForwardRiskRegisterInput!) { carryForwardRiskRegister(input: $input) { riskRegister { id risks(first: 1) { totalCount } } } }',
      { input: { fromId: from.id, fiscalYear: 2580 } },
    );
    console.info(`500 risks carried forward in ${Math.round(performance.now() - start)} ms`);
    expect(errors).toEqual([]);
    expect(data.carryForwardRiskRegister.riskRegister.risks.totalCount).toBeGreaterThanOrEqual(500);
    const [{ mitigations, causes }] = await sql(
      `SELECT (SELECT count(*)::int FROM "Mitigation" WHERE "fiscalYear" = 2580 AND "measureTh" = 'มาตรการ') AS mitigations,
        (SELECT count(*)::int FROM "RiskCause" c JOIN "Risk" r ON r.id = c."riskId" WHERE r."fiscalYear" = 2580 AND r.code LIKE 'B-%') AS causes`,
    );
    expect([mitigations, causes]).toEqual([50, 500]);
  }, 60_000);
});

describe('the register that another carries forward', () => {
  it('is shown with the changes of the year only to those who may see it too', async () => {
    // The later register stands APPROVED, the earlier one was returned: an analyst sees the first alone.
    await sql(`SET session_replication_role = 'replica';
      UPDATE "RiskRegister" l SET "carriedFromId" = e.id FROM "RiskRegister" e, "Agency" g
      WHERE g.code = 'SAMPLE-3' AND l."agencyId" = g.id AND e."agencyId" = g.id AND l."fiscalYear" = 2568 AND e."fiscalYear" = 2569`);
    const query =
      '{ riskRegisters(first: 1, where: {agency: {code: {eq: "SAMPLE-3"}}, fiscalYear: {eq: 2568}}) { edges { node { carriedFrom { fiscalYear } yearChanges { kind } } } } }';
    const [asCentre] = nodes((await registry.as('centre')(query)).data.riskRegisters);
    const [asAnalyst] = nodes((await registry.as('analyst')(query)).data.riskRegisters);
    expect(asCentre.carriedFrom).toEqual({ fiscalYear: 2569 });
    expect(asCentre.yearChanges.length).toBeGreaterThan(0);
    expect(asAnalyst).toEqual({ carriedFrom: null, yearChanges: null });
  });
});
