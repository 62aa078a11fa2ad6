import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { carriedColumns, copies, MADE_HERE, NEW_ROW } from './carried-columns.ts';

/**
 * What a record takes along when it goes on in another year or plan, held to the model: every column of every part is the same in
 * the new row, or stands here with the reason why it is not. A new column or relation that nobody thought of fails this.
 */
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Row = Readonly<Record<string, unknown>>;
const rows = (text: string, values: unknown[] = []) => asSuperuser<Row>(registry.database.superuser, text, values);

/** Gives every empty text that is carried a value, so that none can be lost unseen. */
async function fill(act: string, model: string): Promise<void> {
  const texts = await rows(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND data_type = 'text' AND is_nullable = 'YES'`,
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

async function done(act: string, input: Row, payload: string): Promise<void> {
  await registry.person('sample-1-editor').does(act, input, payload);
}

const OPEN = `status IN ('PLANNED', 'IN_PROGRESS')`;
const ofSample = `"agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;

/** Every old row with the new one that continues it: the same in the row itself and in each of its parts. */
async function compare(act: string, whole: string, pairs: readonly Row[], parts: Readonly<Record<string, string>>) {
  expect(pairs.length).toBeGreaterThan(0);
  const compared: Record<string, number> = {};
  for (const pair of pairs) {
    const [before, after] = [String(pair.before), String(pair.after)];
    expect(await contents(act, whole, 'id', after)).toEqual(await contents(act, whole, 'id', before));
    for (const [part, link] of Object.entries(parts)) {
      const kept = await contents(act, part, link, before, part === 'Mitigation' ? OPEN : undefined);
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

/** A record that goes on: the latest is taken, what of it continues by which column, and its parts by their links. */
type Whole = {
  readonly what: string;
  readonly act: string;
  readonly record: string;
  readonly latest: string;
  readonly payload: string;
  readonly inputFor: (record: Row) => Row;
  readonly item: { readonly model: string; readonly owner: string; readonly continues: string };
  readonly parts: Readonly<Record<string, string>>;
  readonly prepare?: (id: string) => Promise<unknown>;
};

describe('what goes on in another year', () => {
  it('is every column and list of the model, or stands with the reason why not', () => {
    for (const [act, byModel] of Object.entries(copies)) {
      for (const [name, { columns, lists, carriedLists }] of Object.entries(byModel)) {
        const model = models[name];
        const known = Object.keys(model?.columns ?? {});
        const unknown = Object.keys(columns).filter(
          (column) => !known.includes(column) && !(column in NEW_ROW) && !(column in MADE_HERE),
        );
        expect([act, name, unknown]).toEqual([act, name, []]);
        const allLists = Object.entries(model?.relations ?? {}).flatMap(([relation, { isList }]) =>
          isList ? [relation] : [],
        );
        expect([act, name, [...carriedLists, ...Object.keys(lists)].sort()]).toEqual([act, name, allLists.sort()]);
      }
    }
  });

  const wholes: readonly Whole[] = [
    {
      what: 'a register that is carried forward, related powers included',
      act: 'carryForwardRiskRegister',
      record: 'RiskRegister',
      latest: 'fiscalYear',
      payload: 'riskRegister { id }',
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
      payload: 'plan { id }',
      inputFor: ({ id }: Row) => ({
        planId: encodeGlobalId('Plan', String(id)),
        titleTh: 'แผนใหม่',
        fiscalYearFrom: 2580,
        fiscalYearTo: 2584,
      }),
      item: { model: 'Project', owner: 'planId', continues: 'copiedFromId' },
      parts: {
        ProjectStep: 'projectId',
        TargetGroup: 'projectId',
        Indicator: 'projectId',
        ProjectUnit: 'projectId',
      },
    },
  ];

  it.each(wholes)('is the same in $what', async ({ act, record, latest, payload, inputFor, item, parts, prepare }) => {
    for (const model of Object.keys(copies[act] ?? {})) await fill(act, model);
    const [whole = {}] = await rows(`SELECT * FROM "${record}" WHERE ${ofSample} ORDER BY "${latest}" DESC LIMIT 1`);
    await prepare?.(String(whole.id));
    await done(act, inputFor(whole), payload);
    const { model, owner, continues } = item;
    const pairs = await rows(
      `SELECT n."${continues}" AS before, n.id AS after FROM "${model}" n JOIN "${model}" o ON o.id = n."${continues}" WHERE o."${owner}" = $1`,
      [whole.id],
    );
    await compare(act, model, pairs, parts);
  });

  it('is the same in an order that is copied', async () => {
    const act = 'copyDelegationOrder';
    await fill(act, 'DelegatedPower');
    const [order] = await rows(
      `SELECT id FROM "DelegationOrder" WHERE ${ofSample} AND status = 'ISSUED' ORDER BY id LIMIT 1`,
    );
    await done(
      act,
      { orderId: encodeGlobalId('DelegationOrder', String(order?.id)), effectiveFrom: '2031-01-01' },
      'delegationOrder { id }',
    );
    const [copy] = await rows(`SELECT id FROM "DelegationOrder" WHERE ${ofSample} AND "effectiveFrom" = '2031-01-01'`);
    const kept = await contents(act, 'DelegatedPower', 'orderId', String(order?.id), '"revokedOn" IS NULL');
    expect(kept.length).toBeGreaterThan(0);
    expect(await contents(act, 'DelegatedPower', 'orderId', String(copy?.id))).toEqual(kept);
  });

  it('is the same in a SWOT analysis that is copied', async () => {
    const act = 'copySwotAnalysis';
    await fill(act, 'SwotItem');
    const [analysis] = await rows(`SELECT id FROM "SwotAnalysis" WHERE ${ofSample} ORDER BY "fiscalYear" DESC LIMIT 1`);
    await done(
      act,
      { id: encodeGlobalId('SwotAnalysis', String(analysis?.id)), fiscalYear: 2590 },
      'swotAnalysis { id }',
    );
    const [copy] = await rows(`SELECT id FROM "SwotAnalysis" WHERE ${ofSample} AND "fiscalYear" = 2590`);
    const kept = await contents(act, 'SwotItem', 'analysisId', String(analysis?.id));
    expect(kept.length).toBeGreaterThan(0);
    expect(await contents(act, 'SwotItem', 'analysisId', String(copy?.id))).toEqual(kept);
  });
});
