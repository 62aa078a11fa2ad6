import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@registry/prisma/client.ts';
import { checkDomains } from '@registry/schema/finding/checks/catalog.ts';
import { refreshFindingsOf, valuesOf } from '@registry/schema/finding/refresh.ts';
import { textFor } from '@registry/schema/finding/refresh-statement.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type CheckedModel, checkedModels } from '@registry/schema/tenancy/derivation.ts';
import { executeAsService } from '@registry/schema/tenancy/raw-sql.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { drawn } from '../kit/generated.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { today } from '../kit/today.ts';
import { faultsOf } from '../words/faults.ts';
import { enumNames } from '../words/schema-sentences.ts';
import type { Cases } from './cases/case.ts';
import { integrityCases } from './cases/integrity-cases.ts';
import { itaCases, noOit } from './cases/ita-cases.ts';
import { orderCases } from './cases/order-cases.ts';
import { planCases } from './cases/plan-cases.ts';
import { riskCases } from './cases/risk-cases.ts';
import { clearStage, id, setStage } from './stage.ts';

const names = enumNames(unguardedSchema);

let registry: Registry;
let pool: ReturnType<typeof createPool>;
let tenancy: Tenancy;
let agencyId: string;
beforeAll(async () => {
  registry = await startRegistry();
  pool = createPool({ url: registry.database.app, max: 1 });
  tenancy = new Tenancy(pool);
  agencyId = await setStage(registry.database.superuser);
});
afterAll(async () => {
  await pool.end();
  await registry.stop();
});

const run = (sql: string) => registry.rows(`SET session_replication_role = 'replica'; ${sql}`);
const refresh = () => refreshFindingsOf({ tenancy, accountId: registryAccountId }, agencyId);

/** The findings of a code on what stands on the stage. */
const found = (code: string) =>
  registry.rows<{
    id: string;
    messageTh: string;
    messageEn: string;
    basisTh: string;
    origin: string;
    disclosure: number;
  }>(
    `SELECT * FROM "Finding" WHERE code = $1 AND '${id(0).slice(0, 30)}' IN
      (left("planId"::text, 30), left("analysisId"::text, 30), left("registerId"::text, 30), left("orderId"::text, 30))
      OR (code = $1 AND "ruleKey" LIKE '%${id(0).slice(0, 30)}%')`,
    [code],
  );

/** The conflicts of duties that are found of a position. */
const conflictsAt = (positionId: string) =>
  registry.rows<{ messageTh: string }>(
    `SELECT "messageTh" FROM "Finding" WHERE code = 'DUTIES_NOT_SEGREGATED' AND "positionId" = $1`,
    [positionId],
  );

/** What makes each rule true, and what makes it false again. */
const cases: Cases = { ...riskCases, ...planCases, ...orderCases, ...integrityCases, ...itaCases };

describe('every check', () => {
  it('has a case here, a text in both languages and a basis', () => {
    const checks = checkDomains.flatMap((domain) => domain.checks);
    expect(checks.map(({ code }) => code).sort()).toEqual(Object.keys(cases).sort());
    for (const { titleTh, titleEn, basisTh } of checks)
      for (const text of [titleTh, titleEn, basisTh]) expect(text.length).toBeGreaterThan(5);
  });

  it('finds nothing on a stage where nothing is wrong', async () => {
    await refresh();
    for (const code of Object.keys(cases)) expect([code, await found(code)]).toEqual([code, []]);
  });

  it.each(Object.entries(cases))(
    '%s is found while it is true, and then no more',
    async (code, [makesTrue, makesFalse]) => {
      await run(makesTrue);
      await refresh();
      const [finding, ...more] = await found(code);
      expect(finding).toMatchObject({ origin: 'USER' });
      expect(more).toEqual([]);
      expect(finding?.messageTh).not.toMatch(/%\d|null/);
      expect(faultsOf(finding?.messageTh ?? '', names)).toEqual([]);
      expect(finding?.messageEn).not.toMatch(/%\d|null|[ก-๙]{30}/);
      expect(await refresh()).toBe(0);
      expect((await found(code)).map(({ id: same }) => same)).toEqual([finding?.id]);
      await run(makesFalse);
      await refresh();
      expect(await found(code)).toEqual([]);
    },
  );

  it('finds duties together where somebody acts for a position: of whoever acts, while the appointment lasts', async () => {
    const foundNow = async () => {
      await refresh();
      return (await conflictsAt(id(49))).map(({ messageTh }) => messageTh);
    };
    await run(
      `INSERT INTO "Position" (id, "agencyId", code, "titleTh", "titleEn") VALUES ('${id(49)}', '${agencyId}', 'STAGE-3', 'ผู้รักษาราชการแทน', 'Who acts');
       INSERT INTO "StatutoryPower" (id, "agencyId", "positionId", verb, "processArea", "basisTh", "validFrom") VALUES ('${id(50)}', '${agencyId}', '${id(49)}', 'RECORD', 'RECRUITMENT', 'x', '2020-01-01')`,
    );
    expect(await foundNow()).toEqual([]);
    const appoint = (capacity: string, last: string) =>
      run(`DELETE FROM "ActingAppointment" WHERE id = '${id(48)}'; INSERT INTO "ActingAppointment" (id, "agencyId", "positionId", "actsForId", capacity, "validFrom", "validTo", "basisTh")
        VALUES ('${id(48)}', '${agencyId}', '${id(49)}', '${id(43)}', '${capacity}', ${today} - 9, ${last}, 'x')`);
    await appoint('ACTING', today);
    expect(await foundNow()).toEqual([expect.stringContaining('ผู้รักษาราชการแทน มีทั้งอำนาจ')]);
    for (const [capacity, last] of [
      ['ACTING', `${today} - 1`],
      ['ON_BEHALF', today],
    ] as const) {
      await appoint(capacity, last);
      expect(await foundNow()).toEqual([]);
    }
    await run(
      `DELETE FROM "ActingAppointment" WHERE id = '${id(48)}'; DELETE FROM "StatutoryPower" WHERE id = '${id(50)}'`,
    );
  });

  it('speaks of nothing that is no longer there', async () => {
    await run(`${clearStage()}; ${noOit}`);
    await refresh();
    const [left] = await registry.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Finding" WHERE "ruleKey" LIKE '%${id(0).slice(0, 30)}%'`,
    );
    expect(left?.count).toBe(0);
  });
});

describe('the rules about some kinds of records', () => {
  it('can be asked by themselves, whichever stand beside each other, of every agency', async () => {
    const kinds: readonly CheckedModel[] = ['Plan', 'SwotAnalysis', 'RiskRegister', 'DelegationOrder'];
    const ofRecords = Array.from({ length: 15 }, (_none, at) => kinds.filter((_kind, bit) => ((at + 1) >> bit) & 1));
    const sets: readonly (readonly CheckedModel[])[] = [...ofRecords, ['IntegrityActivity'], [...checkedModels]];
    const agencies = await registry.rows<{ id: string }>('SELECT DISTINCT "agencyId" AS id FROM "Finding"');
    expect(agencies.length).toBeGreaterThan(3);
    for (const set of drawn(sets)) {
      const text = textFor(new Set(set));
      if (!text) throw new Error(`Nothing is checked on ${set}.`);
      await run('DELETE FROM "Finding" WHERE "ruleKey" IS NOT NULL');
      for (const agency of agencies) {
        const values = valuesOf(agency.id, await recordsOf(agency.id));
        const service = { accountId: registryAccountId, act: 'refreshFindings' };
        await executeAsService(tenancy, service, agency.id, { text, values });
      }
    }
  });
});

const recordsOf = async (agency: string): Promise<string[]> =>
  (
    await registry.rows<{ id: string }>(
      ['Plan', 'SwotAnalysis', 'RiskRegister', 'DelegationOrder']
        .map((kind) => `SELECT id FROM "${kind}" WHERE "agencyId" = '${agency}'`)
        .join(' UNION ALL '),
    )
  ).map(({ id: each }) => each);
