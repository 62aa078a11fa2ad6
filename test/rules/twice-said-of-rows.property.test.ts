import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { thresholds } from '@registry/schema/base/thresholds.logic.ts';
import { type KeptReport, monthOf, owedReports } from '@registry/schema/delegation/reports/monthly-report.logic.ts';
import { leavesNobody } from '@registry/schema/membership/membership.logic.ts';
import { riskLevels } from '@registry/schema/method/level.logic.ts';
import { latestOf } from '@registry/schema/risk/latest-assessment.logic.ts';
import fc from 'fast-check';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { daysNear, iso } from './generated.ts';
import { orderLine } from './order-line.ts';

/** The same for rules that SQL answers from rows: they are generated, stored, and asked about once for all. */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

type Row = Readonly<Record<string, unknown>>;
const ask = (text: string, values: unknown[] = []) => asSuperuser<Row>(database.superuser, text, values);

/** Rows like one that is there, but for what is given of each. */
const store = (table: string, rows: readonly Row[]) =>
  ask(
    `WITH off AS (SELECT set_config('session_replication_role', 'replica', false)), one AS (SELECT to_jsonb(t) AS kept FROM "${table}" t LIMIT 1)
     INSERT INTO "${table}" SELECT made.* FROM off, one, jsonb_array_elements($1::jsonb) AS given, jsonb_populate_record(NULL::"${table}", one.kept || given) AS made`,
    [JSON.stringify(rows)],
  );

const TODAY = new Date('2028-03-31');
const since = monthOf(TODAY, -thresholds.missingReportMonths);
const [agencyId, delegate, other, delegator] = Array.from({ length: 4 }, () => randomUUID());

const line = fc.tuple(daysNear(3), fc.constantFrom(delegate, other)).map(
  ([
    {
      days: [to = null, ended = null, revoked = null],
    },
    delegateId,
  ]) => ({ to, ended, revoked, delegateId }),
);
const order = fc.record({
  from: daysNear(0).map(({ day }) => day),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  reports: fc.uniqueArray(
    fc.record({ months: fc.nat({ max: 14 }), filed: fc.boolean(), delegateId: fc.constantFrom(delegate, other) }),
    {
      maxLength: 5,
      selector: ({ months, delegateId }) => `${months} ${delegateId}`,
    },
  ),
});

describe('a rule that SQL answers from rows', () => {
  it('gives one answer: the monthly reports that are owed', async () => {
    const [orders = []] = fc.sample(fc.array(order, { minLength: 300, maxLength: 300 }), { numRuns: 1 });
    const stored = orders.map(({ from, lines: [first, ...others], reports }, place) => {
      const { to = null, ended = null } = first ?? {};
      const effectiveTo = to !== null && to < from ? from : to;
      const id = randomUUID();
      const lines = [first, ...others].flatMap((each) => (each ? [{ ...each, id: randomUUID() }] : []));
      const kept = reports.map(({ months, filed, delegateId = '' }): KeptReport => {
        const month = monthOf(TODAY, months - 13);
        const dueOn = new Date(month.getTime() + 45 * 86_400_000);
        return { id: randomUUID(), delegateId, month, dueOn, filedOn: filed ? dueOn : null, provisionalOn: null };
      });
      return { id, place, from, effectiveTo, ended, lines, kept };
    });
    await store(
      'DelegationOrder',
      stored.map(({ id, place, from, effectiveTo, ended }) => ({
        id,
        agencyId,
        orderNo: `G${place}`,
        year: 2571,
        status: ended ? 'REVOKED' : 'ISSUED',
        effectiveFrom: iso(from),
        effectiveTo: iso(effectiveTo),
        endedOn: iso(ended),
      })),
    );
    await store(
      'DelegatedPower',
      stored.flatMap(({ id: orderId, lines }) =>
        lines.map(({ id, revoked, delegateId }, index) => ({
          id,
          agencyId,
          orderId,
          lineNo: index + 1,
          delegatorId: delegator,
          delegateId,
          revokedOn: iso(revoked),
          revokedByOrderId: null,
        })),
      ),
    );
    await store(
      'MonthlyReport',
      stored.flatMap(({ id: orderId, kept }) =>
        kept.map(({ id, delegateId, month, dueOn, filedOn }) => ({
          id,
          agencyId,
          orderId,
          delegateId,
          month: iso(month),
          dueOn: iso(dueOn),
          filedOn: iso(filedOn),
          provisionalOn: null,
          recipientId: null,
        })),
      ),
    );
    const said = (orderId: string, delegateId: string, ...rest: unknown[]) => [orderId, delegateId, ...rest].join(' ');
    const inSql = await ask(
      `SELECT "orderId", "delegateId", month::text, "dueOn"::text, "reportId", "filedOn"::text FROM app.monthly_reports_owed($1, NULL, $2)`,
      [agencyId, iso(TODAY)],
    );
    const inTypeScript = stored.flatMap(({ id, from, effectiveTo, ended, lines, kept }) =>
      owedReports(
        lines.map(({ revoked, delegateId }) => ({
          ...orderLine({ from, to: effectiveTo, ended, revoked, delegateId }),
          orderId: id,
        })),
        kept,
        TODAY,
      )
        .filter(({ month }) => month >= since)
        .map((each) => said(id, each.delegateId, iso(each.month), iso(each.dueOn), each.reportId, iso(each.filedOn))),
    );
    const answers = inSql.map((each) =>
      said(String(each.orderId), String(each.delegateId), each.month, each.dueOn, each.reportId, each.filedOn),
    );
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.sort()).toEqual(inTypeScript.sort());
  });

  it('gives one answer: whether a place is left without an administrator', async () => {
    const [accountIds, places] = [3, 150].map((length) => Array.from({ length }, () => randomUUID()));
    await store(
      'Account',
      (accountIds ?? []).map((id, place) => ({ id, sub: id, disabled: place === 2 })),
    );
    const role = fc.record({
      account: fc.nat({ max: 2 }),
      place: fc.constantFrom(...(places ?? [])),
      role: fc.constantFrom('AGENCY_ADMIN' as const, 'EDITOR' as const),
      days: fc.array(fc.option(fc.integer({ min: -2, max: 2 }), { freq: 2 }), { minLength: 2, maxLength: 2 }),
      isEnded: fc.integer({ max: 4, min: 0 }).map((roll) => roll === 0),
    });
    const [drawn = []] = fc.sample(fc.array(role, { minLength: 400, maxLength: 400 }), { numRuns: 1 });
    const near = (days: number | null | undefined) =>
      typeof days === 'number' ? new Date(TODAY.getTime() + days * 86_400_000) : null;
    const held = drawn.map(({ account, place, role: name, days: [from = null, to = null], isEnded }) => ({
      id: randomUUID(),
      accountId: accountIds?.[account] ?? '',
      agencyId: place,
      role: name,
      startsOn: near(from),
      endsOn: near(from !== null && to !== null ? Math.max(from, to) : to),
      endedAt: isEnded ? TODAY : null,
      endedById: isEnded ? randomUUID() : null,
    }));
    await store(
      'Membership',
      held.map(({ startsOn, endsOn, ...row }) => ({ ...row, startsOn: iso(startsOn), endsOn: iso(endsOn) })),
    );
    const inSql = await ask(
      `SELECT m.id FROM "Membership" m WHERE m."agencyId" = ANY($1::uuid[]) AND app.leaves_nobody(m, $2, $2)`,
      [places, iso(TODAY)],
    );
    const enabled = held.filter(({ accountId }) => accountId !== accountIds?.[2]);
    const inTypeScript = held.filter((each) => leavesNobody(each, enabled, TODAY));
    expect(inSql.length).toBeGreaterThan(20);
    expect(inSql.map(({ id }) => id).sort()).toEqual(inTypeScript.map(({ id }) => id).sort());
  });

  it('gives one answer: the latest assessment of a phase', async () => {
    const assessment = fc.record({
      riskId: fc.constantFrom(...Array.from({ length: 40 }, () => randomUUID())),
      phase: fc.constantFrom('INHERENT' as const, 'RESIDUAL' as const, 'TARGET' as const),
      day: fc.nat({ max: 3 }),
      moment: fc.nat({ max: 2 }),
      level: fc.constantFrom(...riskLevels),
    });
    const [drawn = []] = fc.sample(fc.array(assessment, { minLength: 400, maxLength: 400 }), { numRuns: 1 });
    const entries = drawn.map(({ riskId, phase, day, moment, level }) => ({
      id: randomUUID(),
      riskId,
      phase,
      level,
      methodId: 'method',
      score: 1,
      assessedOn: new Date(Date.UTC(2027, 0, 1 + day)),
      createdAt: new Date(Date.UTC(2027, 1, 1, moment)),
    }));
    await store(
      'Assessment',
      entries.map(({ id, riskId, phase, level, assessedOn, createdAt }) => ({
        id,
        agencyId,
        riskId,
        phase,
        level,
        assessedOn: iso(assessedOn),
        createdAt,
      })),
    );
    const inSql = await ask(
      `SELECT r AS risk, p AS phase, a.id FROM unnest($2::uuid[]) AS r CROSS JOIN unnest(enum_range(NULL::"AssessmentPhase")) AS p
       CROSS JOIN LATERAL app.latest_assessment($1, r, p) AS a`,
      [agencyId, [...new Set(entries.map(({ riskId }) => riskId))]],
    );
    expect(inSql.length).toBeGreaterThan(60);
    for (const { risk, phase, id } of inSql) {
      const own = entries.filter(({ riskId }) => riskId === risk);
      const latest = own.map((entry) => entry.phase).find((each) => each === phase);
      expect([risk, phase, id]).toEqual([risk, phase, latest && latestOf(own, latest)?.id]);
    }
  });
});
