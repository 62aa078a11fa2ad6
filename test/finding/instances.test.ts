import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { shareRefreshes } from '@registry/api/findings/shared-refreshes.ts';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { setStage } from './stage.ts';

/** Far less than the time after which an instance refreshes by itself what its acts have changed. */
const SHARED_MS_MAX = 3_000;

let database: DatabaseCopy;
let one: Registry;
let other: Registry;
beforeAll(async () => {
  database = await copyDatabase();
  await setStage(database.superuser);
  [one, other] = await Promise.all([startRegistry({ database }), startRegistry({ database })]);
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await database.drop();
});

const FINDINGS =
  '{ findings(first: 100, where: {code: {eq: "POWER_OVER_UNCONTROLLED_RISK"}}) { edges { node { messageEn } } } }';

const risksFound = async (registry: Registry, persona: string): Promise<string[]> => {
  const { data, errors } = await registry.as(persona)(FINDINGS);
  expect(errors).toEqual([]);
  return nodes(data.findings).map(({ messageEn }) => /of risk (.*), which/.exec(messageEn)?.[1] ?? '');
};

async function assess(registry: Registry, code: string, level: number): Promise<void> {
  const editor = registry.as('sample-1-editor');
  const found = await editor(
    `{ risks(first: 1, where: {code: {eq: "${code}"}, fiscalYear: {eq: 2600}}) { edges { node { id version } } } }`,
  );
  const [risk] = nodes(found.data.risks);
  const { errors } = await editor('mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { id } } }', {
    input: {
      riskId: risk.id,
      expectedVersion: risk.version,
      phase: 'RESIDUAL',
      likelihood: level,
      impact: level,
      justificationTh: 'x',
    },
  });
  expect(errors).toEqual([]);
}

/** How long it takes until readers at an instance see what is expected. */
async function seenAfter(isSeen: () => Promise<boolean>): Promise<number> {
  const since = performance.now();
  while (!(await isSeen())) {
    if (performance.now() - since > SHARED_MS_MAX) return Number.POSITIVE_INFINITY;
  }
  return performance.now() - since;
}

it('readers at one instance see within moments the findings that follow from an act at another, agency and centre alike', async () => {
  expect(await risksFound(other, 'sample-1-viewer')).toEqual([]);
  await assess(one, 'T1', 5);
  const found = await seenAfter(async () => (await risksFound(other, 'sample-1-viewer')).includes('T1'));
  expect(found).toBeLessThan(SHARED_MS_MAX);
  await assess(other, 'T1', 1);
  const gone = await seenAfter(async () => !(await risksFound(one, 'centre')).includes('T1'));
  expect(gone).toBeLessThan(SHARED_MS_MAX);
  console.info(`findings of another instance: seen after ${Math.round(found)} ms, gone after ${Math.round(gone)} ms`);
});

it('many acts make one announcement, each small enough for PostgreSQL, and the later notice of a record holds', async () => {
  const sent: (readonly string[])[] = [];
  const announce = async (payloads: readonly string[]) => void sent.push(payloads);
  const [sender, hearer] = [shareRefreshes(announce, () => undefined), shareRefreshes(announce, () => undefined)];
  const agencyId = randomUUID();
  const ids = Array.from({ length: 500 }, () => randomUUID());
  for (const id of ids) sender.share({ agencyId, changed: [[id, 'RiskRegister']], refreshed: [] });
  sender.share({ agencyId, changed: [], refreshed: ids.slice(0, 200) });
  await sender.stop();
  expect(sent).toHaveLength(1);
  for (const payload of sent.flat()) {
    expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
    expect(sender.read(payload)).toBeNull();
  }
  const heard = sent.flat().flatMap((payload) => hearer.read(payload) ?? []);
  expect(heard.flatMap(({ refreshed }) => refreshed)).toEqual(ids.slice(0, 200));
  expect(heard.flatMap(({ changed }) => changed.map(([id]) => id))).toEqual(ids.slice(200));
});
