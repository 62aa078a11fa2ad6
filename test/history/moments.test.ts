import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOMENTS_MAX } from '@registry/schema/execution/by-moment.ts';
import { AS_OF_COST } from '@registry/schema/graphql/limits.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { aRisk } from '../kit/risks.ts';
import { draftWithRisk } from '../risk/register-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const brief = 'query ($id: ID!, $at: DateTime) { node(id: $id, asOf: $at) { id } }';

describe('a moment', () => {
  it('is refused when it is to come, or before the first entry of the trail, in Thai and English', async () => {
    const ask = registry.as('sample-1-viewer');
    const { id } = await aRisk(ask);
    const [row] = await registry.rows<{ at: Date }>('SELECT min(at) AS at FROM "AuditEntry"');
    const before = new Date((row?.at.getTime() ?? 0) - 1).toISOString();
    const future = new Date(Date.now() + 60_000).toISOString();
    for (const [at, english, thai] of [
      [future, 'in the future', 'อนาคต'],
      [before, 'before the first entry', 'ก่อนบันทึกแรก'],
    ] as const) {
      const refused = await ask(brief, { id, at });
      expect(refused.data).toEqual({ node: null });
      expect(refused.errors[0]).toMatchObject({ path: ['node'], extensions: { code: 'INVALID_INPUT' } });
      expect(refused.errors[0]?.extensions.fields[0].field).toBe('asOf');
      expect(refused.errors[0]?.message).toContain(english);
      expect((await ask(brief, { id, at }, { 'accept-language': 'th' })).errors[0]?.message).toContain(thai);
    }
    expect((await ask(brief, { id, at: row?.at.toISOString() })).errors).toEqual([]);
    expect((await ask(brief, { id, at: 'yesterday' })).errors[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('is asked about beside others and beside now, each answered from its own', async () => {
    const editor = registry.person('sample-1-editor');
    let { risk } = await draftWithRisk(editor, 2591);
    const moments: string[] = [];
    for (const titleTh of ['ชื่อที่หนึ่ง', 'ชื่อที่สอง', 'ชื่อที่สาม']) {
      const input = { riskId: risk.id, expectedVersion: risk.version, titleTh };
      risk = (await editor.does('editRisk', input, 'risk { id version }')).risk;
      await sleep(3);
      moments.push(new Date().toISOString());
      await sleep(3);
    }
    const [first, second] = moments;
    const answer = await editor.ask(
      `query ($id: ID!, $first: DateTime!, $second: DateTime!) {
        __typename
        ...Past
        now: node(id: $id) { ...Title }
        ... on Query { second: node(id: $id, asOf: $second) { ...Title } agencies: agency(code: "SAMPLE-1", asOf: $second) { risks(first: 100, where: { titleTh: { contains: "ชื่อที่" } }) { edges { node { titleTh } } } } }
      }
      fragment Past on Query { first: node(id: $id, asOf: $first) { ...Title } }
      fragment Title on Node { ... on Risk { titleTh } }`,
      { id: risk.id, first, second },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      __typename: 'Query',
      first: { titleTh: 'ชื่อที่หนึ่ง' },
      now: { titleTh: 'ชื่อที่สาม' },
      second: { titleTh: 'ชื่อที่สอง' },
      agencies: { risks: { edges: [{ node: { titleTh: 'ชื่อที่สอง' } }] } },
    });
  });

  it('costs more than now, and one request asks about few', async () => {
    const ask = registry.as('sample-1-viewer');
    const { id } = await aRisk(ask);
    const at = new Date().toISOString();
    const cost = async (args: string) =>
      (
        await ask(
          `query ($id: ID!${args ? ', $at: DateTime!' : ''}) { node(id: $id${args}) { id ... on Risk { causes { textTh } } } }`,
          { id, at },
        )
      ).extensions.cost.requested;
    const now = await cost('');
    expect(await cost(', asOf: $at')).toBeGreaterThan(now * (AS_OF_COST - 1));
    const roots = Array.from(
      { length: MOMENTS_MAX + 1 },
      (_unused, index) => `n${index}: node(id: $id, asOf: "${new Date(Date.now() - index * 10).toISOString()}") { id }`,
    );
    const refused = await ask(`query ($id: ID!) { ${roots.join(' ')} }`, { id });
    expect([refused.data, refused.errors[0]?.extensions.code]).toEqual([null, 'QUERY_TOO_COSTLY']);
    expect((await ask(`query ($id: ID!) { ${roots.slice(1).join(' ')} }`, { id })).errors).toEqual([]);
  });

  it('is not mixed with another by answers that are given again', async () => {
    const query =
      'query ($at: DateTime) { centre(asOf: $at) { riskLevels(fiscalYear: 2569, filter: { includeSamples: true }) { key total } } }';
    const centre = registry.as('centre');
    const [row] = await registry.rows<{ at: Date }>('SELECT min(at) AS at FROM "AuditEntry"');
    const began = row?.at.toISOString();
    const now = await centre(query);
    const empty = await centre(query, { at: began });
    expect(now.data.centre.riskLevels.length).toBeGreaterThan(0);
    expect(empty.data.centre.riskLevels).toEqual([]);
    expect((await centre(query)).text).toBe(now.text);
    expect((await centre(query, { at: began })).data).toEqual(empty.data);
    // What has to be known to read a figure rightly is said of a figure of then, too.
    expect(empty.extensions.notices.map(({ code }: { code: string }) => code)).toContain('OVERSEEN_ONLY');
  });
});

describe('the trail', () => {
  it('gives all entries of a transaction one moment, in the order of their numbers', async () => {
    const editor = registry.person('sample-2-editor');
    const { risk } = await draftWithRisk(editor, 2592);
    const causes = [{ textTh: 'เหตุหนึ่ง' }, { textTh: 'เหตุสอง' }, { textTh: 'เหตุสาม' }];
    await editor.does('editRisk', { riskId: risk.id, expectedVersion: risk.version, causes });
    const [act] = await registry.rows<{ moments: number; entries: number }>(
      `SELECT count(DISTINCT at)::int AS moments, count(*)::int AS entries FROM "AuditEntry" WHERE act = 'editRisk' AND "agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-2')`,
    );
    expect(act?.entries).toBeGreaterThan(2);
    expect(act?.moments).toBe(1);
    const backwards = await registry.rows(
      'SELECT 1 FROM (SELECT at, lag(at) OVER (PARTITION BY "agencyId" ORDER BY seq) AS earlier FROM "AuditEntry") e WHERE at < earlier',
    );
    expect(backwards).toEqual([]);
  });
});
