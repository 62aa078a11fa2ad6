import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeGlobalId, encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { carriedColumns, copies } from './carried-columns.ts';

/**
 * What a record takes along when it goes on in another year or plan, held to the model: every column of every part is the same in
 * the new row, or stands in carried-columns.ts with the reason why it is not.
 */
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Row = Readonly<Record<string, unknown>>;
const rows = (text: string, values: unknown[] = []) => registry.rows<Row>(text, values);

/** Gives every empty text that is carried a value, so that none can be lost unseen. */
async function fill(act: string, model: string): Promise<void> {
  const texts = await rows(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND data_type = 'text' AND is_nullable = 'YES'`,
    [model],
  );
  const columns = texts.map(({ name }) => String(name)).filter((name) => carriedColumns(act, model).includes(name));
  if (columns.length === 0) return;
  const changes = columns.map((name) => `"${name}" = coalesce("${name}", 'ค่าของ ${name}')`).join(', ');
  await rows(`SET session_replication_role = 'replica'; UPDATE "${model}" SET ${changes}`);
}

/** What the rows of a whole say in the columns that are carried, in an order that does not depend on their ids. */
async function contents(act: string, model: string, link: string, whole: string, where = 'true'): Promise<string[]> {
  const columns = carriedColumns(act, model).map((name) => `"${name}"`);
  const found = await rows(`SELECT ${columns.join(', ')} FROM "${model}" WHERE "${link}" = $1 AND ${where}`, [whole]);
  return found.map((row) => JSON.stringify(row)).sort();
}

const done = (act: string, input: Row) => registry.person('sample-1-editor').does(act, input);

const ofSample = `"agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;

/** Every old row with the new one that continues it: the same in the row itself and in each of its parts. */
async function compare(act: string, whole: string, pairs: readonly Row[], parts: Readonly<Record<string, string>>) {
  expect(pairs.length).toBeGreaterThan(0);
  const compared: Record<string, number> = {};
  for (const pair of pairs) {
    const [before, after] = [String(pair.before), String(pair.after)];
    expect(await contents(act, whole, 'id', after)).toEqual(await contents(act, whole, 'id', before));
    for (const [part, link] of Object.entries(parts)) {
      const kept = await contents(
        act,
        part,
        link,
        before,
        part === 'Mitigation' ? `status IN ('PLANNED', 'IN_PROGRESS')` : 'true',
      );
      expect([part, await contents(act, part, link, after)]).toEqual([part, kept]);
      compared[part] = (compared[part] ?? 0) + kept.length;
    }
  }
  // A part of which there is none would make the comparison empty.
  for (const part of Object.keys(parts)) expect([part, (compared[part] ?? 0) > 0]).toEqual([part, true]);
}

/** Two powers for every risk of a register: few of the seeded ones have any. */
const linkPowers = (registerId: string) =>
  rows(
    `SET session_replication_role = 'replica'; INSERT INTO "RiskPower" ("agencyId", "riskId", "powerId")
     SELECT r."agencyId", r.id, p.id FROM "Risk" r JOIN LATERAL (SELECT id FROM "DelegatedPower" p WHERE p."agencyId" = r."agencyId" ORDER BY id LIMIT 2) p ON true
     WHERE r."registerId" = '${registerId}' ON CONFLICT DO NOTHING`,
  );

const partsOfProject = {
  ProjectStep: 'projectId',
  TargetGroup: 'projectId',
  Indicator: 'projectId',
  ProjectUnit: 'projectId',
};

/** A record that goes on: the latest is taken, what of it continues by which column, and its parts by their links. */
type Whole = {
  readonly what: string;
  readonly act: string;
  readonly record: string;
  readonly latest: string;
  readonly inputFor: (record: Row) => Row;
  readonly item: { readonly model: string; readonly owner: string; readonly continues: string };
  readonly parts: Readonly<Record<string, string>>;
  readonly prepare?: (id: string) => Promise<unknown>;
};

describe('what goes on in another year', () => {
  const wholes: readonly Whole[] = [
    {
      what: 'a register that is carried forward, related powers included',
      act: 'carryForwardRiskRegister',
      record: 'RiskRegister',
      latest: 'fiscalYear',
      inputFor: ({ id, fiscalYear }: Row) => ({
        fromId: encodeGlobalId('RiskRegister', String(id)),
        fiscalYear: Number(fiscalYear) + 1,
      }),
      item: { model: 'Risk', owner: 'registerId', continues: 'carriedFromId' },
      parts: { RiskCause: 'riskId', Control: 'riskId', Mitigation: 'riskId', RiskPower: 'riskId' },
      prepare: linkPowers,
    },
    {
      what: 'a plan that is copied',
      act: 'copyPlan',
      record: 'Plan',
      latest: 'fiscalYearFrom',
      inputFor: ({ id }: Row) => ({
        planId: encodeGlobalId('Plan', String(id)),
        titleTh: 'แผนใหม่',
        fiscalYearFrom: 2580,
        fiscalYearTo: 2584,
      }),
      item: { model: 'Project', owner: 'planId', continues: 'copiedFromId' },
      parts: partsOfProject,
    },
  ];

  it.each(wholes)('is the same in $what', async ({ act, record, latest, inputFor, item, parts, prepare }) => {
    for (const model of Object.keys(copies[act] ?? {})) await fill(act, model);
    const [whole = {}] = await rows(`SELECT * FROM "${record}" WHERE ${ofSample} ORDER BY "${latest}" DESC LIMIT 1`);
    await prepare?.(String(whole.id));
    await done(act, inputFor(whole));
    const { model, owner, continues } = item;
    const pairs = await rows(
      `SELECT n."${continues}" AS before, n.id AS after FROM "${model}" n JOIN "${model}" o ON o.id = n."${continues}" WHERE o."${owner}" = $1`,
      [whole.id],
    );
    await compare(act, model, pairs, parts);
  });

  it('is the same in a project that is copied to another plan', async () => {
    const act = 'copyProject';
    for (const model of Object.keys(copies[act] ?? {})) await fill(act, model);
    const [from = {}] = await rows(
      `SELECT p.id, f.version FROM "Plan" p JOIN "Framework" f ON f.id = "frameworkId" WHERE ${ofSample} ORDER BY p."fiscalYearFrom" LIMIT 1`,
    );
    const draft = { titleTh: 'แผนใหม่', fiscalYearFrom: 2591, fiscalYearTo: 2595, frameworkVersion: from.version };
    const { plan } = await registry.person('sample-1-editor').does('draftPlan', draft, 'plan { id }');
    const projects = await rows('SELECT id FROM "Project" WHERE "planId" = $1', [from.id]);
    for (const { id } of projects)
      await done(act, { projectId: encodeGlobalId('Project', String(id)), planId: plan.id });
    const pairs = await rows('SELECT "copiedFromId" AS before, id AS after FROM "Project" WHERE "planId" = $1', [
      decodeGlobalId(plan.id)?.id,
    ]);
    expect(pairs).toHaveLength(projects.length);
    await compare(act, 'Project', pairs, partsOfProject);
  });

  const alone = [
    {
      what: 'an order',
      act: 'copyDelegationOrder',
      record: 'DelegationOrder',
      which: `status = 'ISSUED' ORDER BY id`,
      inputFor: (orderId: string) => ({ orderId, effectiveFrom: '2031-01-01' }),
      copy: `"effectiveFrom" = '2031-01-01'`,
      item: 'DelegatedPower',
      owner: 'orderId',
      kept: '"revokedOn" IS NULL',
    },
    {
      what: 'a SWOT analysis',
      act: 'copySwotAnalysis',
      record: 'SwotAnalysis',
      which: 'true ORDER BY "fiscalYear" DESC',
      inputFor: (id: string) => ({ id, fiscalYear: 2590 }),
      copy: '"fiscalYear" = 2590',
      item: 'SwotItem',
      owner: 'analysisId',
      kept: 'true',
    },
  ];

  it.each(alone)('is the same in $what that is copied', async ({ act, record, item, owner, ...each }) => {
    await fill(act, item);
    const one = async (where: string) =>
      String((await rows(`SELECT id FROM "${record}" WHERE ${ofSample} AND ${where} LIMIT 1`))[0]?.id);
    const before = await one(each.which);
    await done(act, each.inputFor(encodeGlobalId(record, before)));
    const kept = await contents(act, item, owner, before, each.kept);
    expect(kept.length).toBeGreaterThan(0);
    expect(await contents(act, item, owner, await one(each.copy))).toEqual(kept);
  });
});
