import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { today } from '../kit/today.ts';
import { type Counted, wrongCells } from './drill-down.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
  // Orders that end soon, and measures that fall due, whatever day it is.
  await sql(`SET session_replication_role = replica;
    UPDATE "DelegationOrder" SET "effectiveTo" = ${today} + 45 WHERE status = 'ISSUED' AND "effectiveFrom" <= ${today} AND disclosure >= 1;
    UPDATE "Assessment" SET "assessedOn" = ${today} - 50 WHERE id IN (SELECT "currentAssessmentId" FROM "Risk" WHERE "fiscalYear" >= 2569);`);
  // By the triggers, which count what is due.
  await sql(`WITH acting AS MATERIALIZED (SELECT set_config('app.account', app.registry_account()::text, false))
    UPDATE "Mitigation" m SET "dueOn" = ${today} + 29 + m."sortOrder" FROM "Risk" r, acting
    WHERE r.id = m."riskId" AND m.status IN ('PLANNED', 'IN_PROGRESS') AND r."fiscalYear" = 2569`);
});
afterAll(async () => registry.stop());

const sql = (text: string, values: unknown[] = []): Promise<any[]> => registry.rows(text, values);

const ask = async (field: string, persona = 'centre'): Promise<any> => {
  const { data, errors } = await registry.as(persona)(`{ centre { ${field} } }`);
  expect(errors).toEqual([]);
  return Object.values<any>(data.centre)[0];
};

const EVERYBODY = 'filter: {includeSamples: true, includeNotOverseen: true}';
const CELL = 'key nameTh nameEn count list where';
const floors = { centre: 1, analyst: 2 } as const;

describe.each(['centre', 'analyst'] as const)('as %s, the centre', (persona) => {
  const floor = floors[persona];

  it('says which orders end, and who loses which powers', async () => {
    const losses = 'losses { lineNo verb processArea positionTh positionEn isHeldOtherwise ceilingAmount }';
    const orders = `orders { id agencyCode agencyNameTh orderName lastDay daysLeft isSample ${losses} }`;
    const ending = await ask(
      `ordersEnding(withinDays: 90, first: 100, ${EVERYBODY}) { total { ${CELL} } ${orders} }`,
      persona,
    );
    expect(ending.total.count).toBeGreaterThan(0);
    expect(ending.orders).toHaveLength(ending.total.count);
    const expected = await sql(
      `SELECT g.code, o."orderNo" || '/' || o.year AS name, count(l.id)::int AS lines FROM "DelegationOrder" o JOIN "Agency" g ON g.id = o."agencyId"
       LEFT JOIN "DelegatedPower" l ON l."orderId" = o.id AND (l."revokedOn" IS NULL OR l."revokedOn" > o."effectiveTo")
       WHERE o.status = 'ISSUED' AND o.disclosure >= $1 AND ${today} BETWEEN o."effectiveFrom" AND o."effectiveTo" AND o."effectiveTo" <= ${today} + 90
       GROUP BY 1, 2, o.id, o."effectiveTo" ORDER BY o."effectiveTo", o.id`,
      [floor],
    );
    expect(
      ending.orders.map(({ agencyCode, orderName, losses: lost }: any) => [agencyCode, orderName, lost.length]),
    ).toEqual(expected.map(({ code, name, lines }) => [code, name, lines]));
    expect(new Set(ending.orders.map(({ daysLeft }: any) => daysLeft))).toEqual(new Set([45]));
    const { data } = await registry.as(persona)(
      'query ($id: ID!) { node(id: $id) { ... on DelegationOrder { powers { lineNo revokedOn delegate { titleTh } } } } }',
      {
        id: ending.orders[0].id,
      },
    );
    const { lastDay } = ending.orders[0];
    const powers = data.node.powers
      .filter(({ revokedOn }: any) => revokedOn === null || revokedOn > lastDay)
      .map(({ lineNo, delegate }: any) => [lineNo, delegate.titleTh]);
    expect(powers).toEqual(ending.orders[0].losses.map(({ lineNo, positionTh }: any) => [lineNo, positionTh]));
    const within: Counted[] = [];
    for (const days of [0, 44, 45, 90])
      for (const filter of ['', EVERYBODY])
        within.push((await ask(`ordersEnding(withinDays: ${days} ${filter}) { total { ${CELL} } }`, persona)).total);
    expect(await wrongCells(registry.as(persona), within)).toEqual([]);
    expect(within[3]?.count).toBe(0);
  });

  it('warns of what falls due in 30, 60 and 90 days, and lists it', async () => {
    for (const byAgency of [false, true])
      for (const filter of ['', EVERYBODY]) {
        const rows = await ask(
          `earlyWarnings(byAgency: ${byAgency} ${filter}) { kind agencyCode nameTh cells { ${CELL} } }`,
          persona,
        );
        const cells: Counted[] = rows.flatMap((row: any) => row.cells);
        expect(await wrongCells(registry.as(persona), cells)).toEqual([]);
        if (!byAgency)
          expect(rows.map(({ kind }: any) => kind)).toEqual(['MITIGATION', 'RISK_REVIEW', 'MONTHLY_REPORT', 'ORDER']);
        if (byAgency || filter === '') continue;
        const counts = Object.fromEntries(rows.map((row: any) => [row.kind, row.cells.map(({ count }: any) => count)]));
        const some = ['MITIGATION', 'MONTHLY_REPORT', ...(persona === 'centre' ? ['RISK_REVIEW'] : [])];
        for (const kind of some) expect([kind, counts[kind][2] > 0]).toEqual([kind, true]);
        expect([counts.ORDER[0], counts.ORDER[1] > 0]).toEqual([0, true]);
        const [due] = await sql(
          `SELECT count(*) FILTER (WHERE m."dueOn" < ${today} + 30)::int AS a, count(*) FILTER (WHERE m."dueOn" < ${today} + 60)::int AS b
           FROM "Mitigation" m JOIN "Risk" r ON r.id = m."riskId" JOIN "RiskRegister" g ON g.id = r."registerId"
           WHERE m.status IN ('PLANNED', 'IN_PROGRESS') AND m."dueOn" >= ${today} AND m.disclosure >= $1 AND g.status <> 'CLOSED' AND NOT g."isImported"`,
          [floor],
        );
        expect(counts.MITIGATION.slice(0, 2)).toEqual([due.a, due.b]);
      }
  });

  it('ranks agencies among those of their kind, as plain arrays do', async () => {
    for (const measure of ['HIGH_RISK_SHARE', 'UNASSESSED_SHARE', 'MITIGATION_COMPLETION', 'OVERDUE_SHARE']) {
      const args = `measure: ${measure}, fiscalYearFrom: 2567, fiscalYearTo: 2569, ${EVERYBODY}`;
      const fields = `fiscalYear agencyCode agencyKind value percentile peerCount peerMedian rows { ${CELL} }`;
      const rows: any[] = await ask(`standings(${args}) { ${fields} }`, persona);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) {
        const peers = rows.filter(
          ({ agencyKind, fiscalYear }) => agencyKind === row.agencyKind && fiscalYear === row.fiscalYear,
        );
        const below = peers.filter(({ value }) => value < row.value).length;
        const equal = peers.filter(({ value }) => value === row.value).length;
        const sorted = peers.map(({ value }) => value).sort((one, other) => one - other);
        const middle = (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
        expect([row.peerCount, row.percentile]).toEqual([
          peers.length,
          expect.closeTo((100 * (below + equal / 2)) / peers.length, 1),
        ]);
        expect(row.peerMedian).toBeCloseTo(middle, 1);
      }
      expect(
        await wrongCells(
          registry.as(persona),
          rows.map((row) => row.rows),
        ),
      ).toEqual([]);
      // Whoever asks about one agency hears the same of it.
      const alone = await ask(`standings(agencyCodes: ["SAMPLE-1"], ${args}) { ${fields} }`, persona);
      expect(alone).toEqual(rows.filter(({ agencyCode }) => agencyCode === 'SAMPLE-1'));
    }
  });

  it('finds texts that agencies copied, whatever blanks and digits they write, and lists them', async () => {
    const risks = await sql(
      `SELECT DISTINCT ON (r."agencyId") r.id FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId"
       WHERE r."fiscalYear" = 2568 AND r.disclosure >= 2 AND g.kind = 'SAMPLE' ORDER BY r."agencyId", r.id LIMIT 2`,
    );
    const texts = ['รับเงิน ๕๐ บาท เพื่อเร่งเรื่อง', 'รับเงิน 50บาทเพื่อเร่งเรื่อง'];
    for (const [place, { id }] of risks.entries())
      await sql(
        'SET session_replication_role = replica; ' +
          `UPDATE "Risk" SET "titleTh" = '${texts[place]}' WHERE id = '${id}'`,
      );
    const fields = `textCount texts { text agencyCount agencyCodes rows { ${CELL} } }`;
    for (const source of ['RISKS', 'MITIGATIONS'])
      for (const years of ['fiscalYear: 2568', 'fiscalYearFrom: 2566, fiscalYearTo: 2570']) {
        const copied = await ask(
          `copiedTexts(source: ${source}, ${years}, first: 100, ${EVERYBODY}) { ${fields} }`,
          persona,
        );
        expect(copied.texts).toHaveLength(Math.min(100, copied.textCount));
        expect(
          await wrongCells(
            registry.as(persona),
            copied.texts.map(({ rows }: any) => rows),
          ),
        ).toEqual([]);
        const ours = copied.texts.filter(({ text }: any) => texts.includes(text));
        expect(ours.map(({ agencyCount, rows }: any) => [agencyCount, rows.count])).toEqual(
          source === 'RISKS' ? [[2, 2]] : [],
        );
      }
    expect((await ask(`copiedTexts(fiscalYear: 2568, first: 1) { textCount }`, persona)).textCount).toBe(0);
  });
});

it.each([
  ['ordersEnding(withinDays: -1) { total { count } }', 'withinDays'],
  ['ordersEnding(withinDays: 367) { total { count } }', 'withinDays'],
  ['ordersEnding(first: 0) { total { count } }', 'first'],
  ['ordersEnding(first: 101) { total { count } }', 'first'],
  ['copiedTexts(fiscalYear: 2568, first: 0) { textCount }', 'first'],
  ['copiedTexts { textCount }', 'fiscalYear'],
  ['standings(measure: OVERDUE_SHARE, fiscalYearFrom: 2570, fiscalYearTo: 2567) { value }', 'fiscalYearTo'],
  ['budgets(fiscalYearFrom: 2570, fiscalYearTo: 2567) { planned }', 'fiscalYearTo'],
])('what is out of bounds is refused by name: %s', async (field, name) => {
  const { data, errors } = await registry.as('centre')(`{ centre { ${field} } }`);
  expect(data.centre).toBeNull();
  expect(errors.map(({ extensions }) => [extensions.code, extensions.fields.map((each: any) => each.field)])).toEqual([
    ['INVALID_INPUT', [name]],
  ]);
});
