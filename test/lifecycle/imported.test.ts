import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { applicationSession } from '../contract/application-session.ts';
import { refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const sql = <Row extends pg.QueryResultRow>(text: string) => registry.rows<Row>(text);
const kinds = [
  ['Plan', 'planId'],
  ['SwotAnalysis', 'analysisId'],
  ['RiskRegister', 'registerId'],
] as const;
/** Every record with what it claims, and whether the centre has approved it. */
const records = kinds
  .map(
    ([
      table,
      link,
    ]) => `SELECT r.id, g.code, g.kind::text, r.origin::text, r.status::text, r.version, '${table}' AS "table",
       EXISTS (SELECT 1 FROM "StatusChange" s WHERE s."${link}" = r.id AND s.act = 'APPROVE') AS "isApproved"
     FROM "${table}" r JOIN "Agency" g ON g.id = r."agencyId"`,
  )
  .join(' UNION ALL ');

describe('what was taken from documents', () => {
  it('claims no approval: whatever stands as approved, published or closed has that act behind it', async () => {
    const claiming = await sql(`SELECT * FROM (${records}) r WHERE status IN ('APPROVED', 'PUBLISHED', 'CLOSED')`);
    expect(claiming.length).toBeGreaterThan(10);
    expect(claiming.filter(({ isApproved }) => !isApproved)).toEqual([]);
    const real = await sql(`SELECT DISTINCT status FROM (${records}) r WHERE kind <> 'SAMPLE'`);
    expect(real).toEqual([{ status: 'IMPORTED' }]);
  });

  it('is read like what was approved: by analysts and the centre, and not by other agencies', async () => {
    const query = `{ plans(first: 20, where: {status: {eq: IMPORTED}}) { edges { node { agency { code } projects(first: 1) { totalCount } } } }
      riskRegisters(first: 5, where: {status: {eq: IMPORTED}}) { edges { node { agency { code } statusChanges { act } } } } }`;
    const asSeen = async (persona: string) => {
      const { data } = await registry.as(persona)(query);
      return [nodes(data.plans).length, nodes(data.riskRegisters)];
    };
    const chomThong = [{ agency: { code: 'BMA-CHOMTHONG' }, statusChanges: [] }];
    for (const persona of ['centre', 'analyst']) expect(await asSeen(persona)).toEqual([4, chomThong]);
    expect(await asSeen('thonburi-viewer')).toEqual([0, []]);
  });

  it('is amended by its agency, and approved by the centre only then', async () => {
    const approver = registry.person('finance-approver');
    const asked = 'plan { id version status openActs amendment { changes { place } } }';
    const found = await approver.ask(`{ plans(first: 1) { edges { node { id version status openActs } } } }`);
    const [plan] = nodes(found.data.plans);
    expect([plan.status, plan.openActs]).toEqual(['IMPORTED', ['AMEND']]);
    const at = { id: plan.id, expectedVersion: plan.version };
    const submitted = await approver.ask(
      `mutation ($input: PlanActInput!) { submitPlan(input: $input) { ${asked} } }`,
      { input: at },
    );
    expect(refusalOf(submitted)).toEqual(['ILLEGAL_TRANSITION']);
    const centre = await registry.as('centre')(
      `mutation ($input: PlanActInput!) { approvePlan(input: $input) { ${asked} } }`,
      { input: at },
    );
    expect(refusalOf(centre)).toEqual(['ILLEGAL_TRANSITION']);
    const { plan: amended } = await approver.does('amendPlan', { ...at, reason: 'รับเป็นแผนของหน่วยงาน' }, asked);
    expect(amended).toMatchObject({ status: 'AMENDING', openActs: ['SUBMIT'], amendment: { changes: [] } });
  });

  it('owes no reports that nobody promised, while its projects may be reported on', async () => {
    const query =
      '{ projects(first: 20) { edges { node { openActs reportsDue(on: "2027-06-01") { quarter } } } } viewer { tasks(first: 100, kinds: [PROGRESS_REPORT_DUE]) { kind } } }';
    const { data } = await registry.as('health-editor')(query);
    expect(nodes(data.projects).length).toBe(4);
    for (const project of nodes(data.projects)) expect(project).toEqual({ openActs: ['START'], reportsDue: [] });
    expect(data.viewer.tasks).toEqual([]);
  });
});

describe('what its agency amends', () => {
  it('stays imported, and owes no more than before, until the centre approves it', async () => {
    const { stage } = applicationSession(() => registry.database);
    const owed = async () => {
      const { data } = await registry.as('maedong-editor')(
        '{ projects(first: 20) { edges { node { reportsDue(on: "2027-06-01") { quarter } } } } viewer { tasks(first: 100) { kind isOverdue } } }',
      );
      const tasks = data.viewer.tasks.filter(({ kind, isOverdue }: { kind: string; isOverdue: boolean }) => {
        return isOverdue || kind === 'PROGRESS_REPORT_DUE';
      });
      return [nodes(data.projects).flatMap(({ reportsDue }) => reportsDue).length > 0, tasks.length > 0];
    };
    expect(await owed()).toEqual([false, false]);
    const approver = registry.person('maedong-approver');
    const [plan] = nodes((await approver.ask('{ plans(first: 1) { edges { node { id version } } } }')).data.plans);
    const at = { id: plan.id, expectedVersion: plan.version, reason: 'รับเป็นแผนของหน่วยงาน' };
    await approver.does('amendPlan', at, 'plan { id }');
    expect(await owed()).toEqual([false, false]);
    const move = (status: string) =>
      stage(`UPDATE "Plan" SET status = '${status}' FROM "Agency" g WHERE g.id = "agencyId" AND g.code = 'LG-MAEDONG'`);
    for (const status of ['SUBMITTED', 'RETURNED', 'AMENDING', 'SUBMITTED']) {
      await move(status);
      expect([status, await owed()]).toEqual([status, [false, false]]);
    }
    for (const status of ['APPROVED', 'AMENDING']) {
      await move(status);
      expect([status, (await owed())[0]]).toEqual([status, true]);
    }
  });
});

describe('a register whose document names no method', () => {
  it('takes the method of its year with its first assessment, and keeps it', async () => {
    const editor = registry.person('chomthong-editor');
    const { data } = await editor.ask(
      '{ risks(first: 2) { edges { node { id version register { id version method { code } } } } } }',
    );
    const [first, second] = nodes(data.risks);
    expect(first.register.method).toBeNull();
    const assess = ({ id, version }: { id: string; version: number }, likelihood: number) =>
      editor.tries(
        'assessRisk',
        {
          riskId: id,
          expectedVersion: version,
          phase: 'INHERENT',
          likelihood,
          impact: 4,
          justificationTh: 'ประเมินครั้งแรก',
        },
        'risk { level register { version method { code } } } assessment { method { code } }',
      );
    expect(refusalOf(await assess(first, 6))).toEqual(['INVALID_INPUT', 'likelihood']);
    const unchanged = await editor.ask(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { version method { code } } } }',
      { id: first.register.id },
    );
    expect(unchanged.data.node).toEqual({ version: first.register.version, method: null });
    const answers = await Promise.all([assess(first, 4), assess(second, 1)]);
    for (const { data: done } of answers) {
      expect(done.assessRisk.assessment.method).toEqual({ code: '5x5' });
      expect(done.assessRisk.risk.register.method).toEqual({ code: '5x5' });
    }
    expect(answers.map(({ data: done }) => done.assessRisk.risk.level)).toEqual(['EXTREME', 'LOW']);
  });
});

describe('a filled database of the version before', () => {
  it('says IMPORTED of what was taken from documents and never approved, with the reason in the trail and its history as it was', async () => {
    const script = readFileSync(
      new URL('../../prisma/migrations/20261128001220_imported_records/migration.sql', import.meta.url),
      'utf8',
    );
    const upgrade = script.slice(script.lastIndexOf('\nDO $$'));
    // As the version before loaded them; the analysis was since amended, and approved by the centre.
    await sql(`SET session_replication_role = 'replica';
      UPDATE "Plan" SET status = 'APPROVED', "isAmendment" = false WHERE origin = 'DOCUMENT';
      UPDATE "SwotAnalysis" SET status = 'APPROVED' WHERE origin = 'DOCUMENT';
      INSERT INTO "StatusChange" (id, "agencyId", "analysisId", act, "fromStatus", "toStatus", "accountId", role)
        SELECT gen_random_uuid(), "agencyId", id, 'APPROVE', 'SUBMITTED', 'APPROVED', app.registry_account(), 'CENTRE' FROM "SwotAnalysis" WHERE origin = 'DOCUMENT'`);
    const history = `SELECT md5(string_agg(s::text, ',' ORDER BY s.id)) AS hash FROM "StatusChange" s`;
    const [before, changes, parts] = [
      await sql(`SELECT * FROM (${records}) r ORDER BY id`),
      await sql(history),
      await sql('SELECT count(*) FROM "Project"'),
    ];
    const owner = new pg.Client(registry.database.owner);
    await owner.connect();
    await owner.query(upgrade);
    await owner.end();
    const after = await sql(`SELECT * FROM (${records}) r ORDER BY id`);
    const isMarked = (row: pg.QueryResultRow) =>
      row.origin === 'DOCUMENT' && row.status === 'APPROVED' && !row.isApproved;
    expect(before.filter(isMarked)).toHaveLength(4);
    expect(after).toEqual(
      before.map((row) => (isMarked(row) ? { ...row, status: 'IMPORTED', version: row.version + 1 } : row)),
    );
    expect([await sql(history), await sql('SELECT count(*) FROM "Project"')]).toEqual([changes, parts]);
    const entries = await sql(
      `SELECT entity, reason, before ->> 'status' AS was, after ->> 'status' AS becomes FROM "AuditEntry" WHERE act = 'markImported'`,
    );
    expect(entries).toHaveLength(4);
    for (const entry of entries)
      expect(entry).toMatchObject({ was: 'APPROVED', becomes: 'IMPORTED', reason: expect.stringContaining('0025') });
    expect(await sql('SELECT * FROM app.audit_faults()')).toEqual([]);
  });
});
