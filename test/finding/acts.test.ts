import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@registry/prisma/client.ts';
import { refreshFindingsOf } from '@registry/schema/finding/refresh.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { holdLock } from '../kit/held-lock.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { until } from '../kit/subscriber.ts';
import { id, setStage } from './stage.ts';

let registry: Registry;
let pool: ReturnType<typeof createPool>;
let agencyId: string;
beforeAll(async () => {
  registry = await startRegistry();
  pool = createPool({ url: registry.database.app, max: 1 });
  agencyId = await setStage(registry.database.superuser);
  await refresh();
});
afterAll(async () => {
  await pool.end();
  await registry.stop();
});

const refresh = () => refreshFindingsOf({ tenancy: new Tenancy(pool), accountId: registryAccountId }, agencyId);

/** Asks for findings, as whoever looks at them does. */
const look = () => registry.as('sample-1-viewer')('{ findings(first: 1) { totalCount } }');

/** Every computed finding of the agency, as it is recorded for whoever looks. */
const recorded = async () => {
  await look();
  return (
    await registry.rows<{ finding: string }>(
      `SELECT f::text AS finding FROM "Finding" f WHERE "agencyId" = '${agencyId}' AND "ruleKey" IS NOT NULL ORDER BY id`,
    )
  ).map(({ finding }) => finding);
};

/** The risks that the powers of the order on the stage are said to touch. */
const overRisks = async () => {
  await look();
  return (
    await registry.rows<{ messageEn: string }>(
      `SELECT "messageEn" FROM "Finding" WHERE code = 'POWER_OVER_UNCONTROLLED_RISK' AND "orderId" = '${id(41)}'`,
    )
  ).map(({ messageEn }) => /of risk (.*), which/.exec(messageEn)?.[1]);
};

async function act(mutation: string, input: Record<string, unknown>): Promise<void> {
  await registry.person('sample-1-editor').does(mutation, input);
}

async function risk(
  code: string,
): Promise<{ id: string; version: number; controls: { id: string; version: number }[] }> {
  const { data } = await registry.as('sample-1-viewer')(
    `{ risks(first: 1, where: {code: {eq: "${code}"}, fiscalYear: {eq: 2600}}) { edges { node { id version controls { id version } } } } }`,
  );
  return nodes(data.risks)[0];
}

async function assess(code: string, likelihood: number): Promise<void> {
  const { id: riskId, version: expectedVersion } = await risk(code);
  await act('assessRisk', {
    riskId,
    expectedVersion,
    phase: 'RESIDUAL',
    likelihood,
    impact: likelihood,
    justificationTh: 'x',
  });
}

/** After each act: which risks the powers are said to touch. */
const story: readonly [string, () => Promise<void>, readonly string[]][] = [
  ['a level that rises', () => assess('T1', 5), ['T1']],
  ['a level that stays', () => assess('T1', 5), ['T1']],
  ['another risk of another process', () => assess('T2', 5), ['T1']],
  [
    'a risk that moves to the process',
    async () => {
      const { id: riskId, version: expectedVersion } = await risk('T2');
      await act('editRisk', { riskId, expectedVersion, processArea: 'RECRUITMENT' });
    },
    ['T1, T2'],
  ],
  [
    'a control',
    async () => act('addControl', { riskId: (await risk('T1')).id, textTh: 'x', effectiveness: 'WEAK' }),
    ['T2'],
  ],
  [
    'a control that goes',
    async () => {
      const [control] = (await risk('T1')).controls;
      await act('removeControl', { controlId: control?.id, expectedVersion: control?.version });
    },
    ['T1, T2'],
  ],
  ['a level that falls', () => assess('T1', 1), ['T2']],
  ['the last one that falls', () => assess('T2', 1), []],
];

it.each(story)('%s shows at once, and leaves nothing for the round of the day', async (_name, step, touched) => {
  await step();
  expect(await overRisks()).toEqual(touched);
  const left = await recorded();
  expect(await refresh()).toBe(0);
  expect(await recorded()).toEqual(left);
});

it('of an agency that somebody acts for are written when the act has ended, and hold none of it up', async () => {
  const own = `"agencyId" = '${agencyId}'`;
  await registry.rows(
    `SET session_replication_role = 'replica'; UPDATE "Finding" SET "messageEn" = 'otherwise' WHERE ${own} AND "ruleKey" IS NOT NULL`,
  );
  const act = await holdLock(registry.database, `SELECT 1 FROM "AuditHead" WHERE ${own} FOR UPDATE`);
  const refreshed = refresh();
  await until('the refresh waits for the act', async () => {
    const waiting = await registry.rows(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  });
  // As an act does that changes how far a record may be read, with what was found on it.
  await registry.rows(`SET lock_timeout = '2s'; SELECT 1 FROM "Finding" WHERE ${own} FOR UPDATE`);
  await act.release();
  expect(await refreshed).toBeGreaterThan(0);
});
