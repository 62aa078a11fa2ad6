import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANALYST_ROLE } from '@registry/api/database/provisioning/roles.ts';
import { createPool } from '@registry/prisma/client.ts';
import { objectsIn } from '@registry/schema/base/objects-in.logic.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { run, save } from './saving.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const counting = '{ risks(first: 1) { totalCount } }';
const direct = async (persona: string) => (await registry.as(persona)(counting)).data.risks.totalCount;

/** What is stored of a query, changed outside of every wall: as if its schema had gone since. */
const outdate = (id: string, document: string) =>
  registry.rows('UPDATE "SavedQueryVersion" SET document = $2 WHERE "savedQueryId" = $1', [
    Buffer.from(id, 'base64url').toString().split(':')[1],
    document,
  ]);

describe('a run', () => {
  it('sees what its runner sees, and never what the owner does', async () => {
    const { id } = await save(registry, 'sample-1-editor', { document: counting, sharedWith: 'ALL_AGENCIES' });
    const personas = ['sample-1-editor', 'sample-2-viewer', 'chomthong-case-officer', 'centre', 'analyst'];
    const counts = await Promise.all(personas.map(direct));
    for (const [index, persona] of personas.entries())
      expect([persona, (await run(registry, persona, id)).data.runQuery.data]).toEqual([
        persona,
        { risks: { totalCount: counts[index] } },
      ]);
    expect(new Set(counts).size).toBeGreaterThan(3);
  });

  it('answers data and errors as a request of its own would, in the language of the runner', async () => {
    const document = '{ risks(first: 1) { totalCount } centre { riskLevels(fiscalYear: 2569) { key } } }';
    const { id } = await save(registry, 'centre', { document, sharedWith: 'ALL_AGENCIES' });
    const own = await registry.as('sample-1-viewer')(document, {}, { 'accept-language': 'th' });
    const answer = await registry.as('sample-1-viewer')(
      'query ($id: ID!) { runQuery(id: $id) { data errors } }',
      { id },
      { 'accept-language': 'th' },
    );
    expect(answer.data.runQuery).toEqual({ data: own.data, errors: own.errors });
    expect(answer.data.runQuery.errors[0]).toMatchObject({ path: ['centre'], extensions: { code: 'FORBIDDEN' } });
  });

  it('takes the values that it is given, and the saved ones for the rest', async () => {
    const document =
      'query ($first: Int!, $search: String) { risks(first: $first, search: $search) { edges { node { id } } } }';
    const { id } = await save(registry, 'centre', { document, variables: { first: 2 } });
    const rowsOf = async (variables?: object) =>
      nodes((await run(registry, 'centre', id, { variables })).data.runQuery.data.risks).length;
    expect([await rowsOf(), await rowsOf({ first: 5 }), await rowsOf({ search: 'ไม่มีคำนี้แน่' })]).toEqual([2, 5, 0]);
    const wrong = await run(registry, 'centre', id, { variables: { first: 1000 } });
    expect(wrong.errors[0]?.extensions.code).toBe('INVALID_INPUT');
    expect((await run(registry, 'centre', id, { variables: [1] })).errors[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('costs what its query costs: a request that runs several is refused when they cost too much together', async () => {
    const document = '{ risks(first: 100) { edges { node { id titleTh } } } }';
    const { id } = await save(registry, 'centre', { document });
    const asked = (times: number) =>
      registry.as('centre')(
        `query ($id: ID!) { ${Array.from({ length: times }, (_unused, index) => `r${index}: runQuery(id: $id) { cost }`).join(' ')} }`,
        { id },
      );
    const alone = (await registry.as('centre')(document)).extensions.cost.requested;
    const once = await asked(1);
    expect(once.data.r0.cost).toBe(alone);
    expect(once.extensions.cost.requested).toBeGreaterThanOrEqual(alone);
    const small = await startRegistry({ database: registry.database, limits: { costMax: alone * 2 } });
    try {
      const answer = await small.as('centre')(
        'query ($id: ID!) { a: runQuery(id: $id) { cost } b: runQuery(id: $id) { cost } }',
        { id },
      );
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY']);
      expect([answer.data.a, answer.data.b].filter((each) => each === null)).toHaveLength(1);
    } finally {
      await small.stop();
    }
  });

  it('costs as often as its answer is sent, with the errors in it: nothing comes that was not counted', async () => {
    const document = '{ risks(first: 30) { edges { node { id } } } centre { riskLevels(fiscalYear: 2569) { key } } }';
    const { id } = await save(registry, 'centre', { document, sharedWith: 'ALL_AGENCIES' });
    const names = ['a', 'b', 'c', 'd'];
    const { data, extensions } = await registry.as('sample-1-viewer')(
      `query ($id: ID!) { runQuery(id: $id) { ${names.map((name) => `${name}: data ${name}Errors: errors`).join(' ')} } }`,
      { id },
    );
    const [first, ...others] = names.map((name) => data.runQuery[name]);
    expect(nodes(first.risks)).toHaveLength(30);
    expect(others).toEqual([first, first, first]);
    expect(extensions.cost.requested).toBeGreaterThanOrEqual(objectsIn(data) - 1);
  });

  it('of a query whose schema has gone names the field, and reads nothing', async () => {
    const { id } = await save(registry, 'centre', { document: counting });
    await outdate(id, '{ risks(first: 1) { edges { node { fieldOfYore } } } }');
    const answer = await run(registry, 'centre', id);
    expect(answer.data.runQuery).toBeNull();
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringContaining('"fieldOfYore" on type "Risk"'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    await outdate(id, 'mutation { restoreSavedQuery(input: {savedQueryId: "x", expectedVersion: 1}) { __typename } }');
    expect((await run(registry, 'centre', id)).errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is logged by the hash of the document: who, when, how long, at which cost and how it ended, without values', async () => {
    const { id } = await save(registry, 'sample-1-viewer', {
      document:
        'query ($first: Int!, $text: String!) { risks(first: $first, search: $text) { totalCount } plans(first: 1, search: "คำในเอกสาร") { totalCount } }',
    });
    const done = await run(registry, 'sample-1-viewer', id, { variables: { first: 7, text: 'คำลับ' } });
    await run(registry, 'sample-1-viewer', id, { variables: { first: 7000, text: 'คำลับ' } });
    const log = `{ savedQueryRuns(first: 2) { edges { node { documentHash number cost outcome milliseconds startedAt agency { code } accountId savedQuery { id } } } } }`;
    const runs = nodes((await registry.as('sample-1-viewer')(log)).data.savedQueryRuns);
    expect(runs.map(({ outcome, cost }) => [outcome, cost])).toEqual([
      ['REFUSED', 0],
      ['ANSWERED', done.data.runQuery.cost],
    ]);
    expect(runs[1]).toMatchObject({
      documentHash: done.data.runQuery.documentHash,
      number: 1,
      agency: { code: 'SAMPLE-1' },
      savedQuery: { id },
    });
    const audited = nodes((await registry.as('auditor')(log)).data.savedQueryRuns);
    expect(audited).toEqual(runs.map((each) => ({ ...each, savedQuery: null })));
    const kept = await registry.rows('SELECT to_jsonb(r) AS row FROM "SavedQueryRun" r');
    expect(JSON.stringify(kept)).not.toMatch(/คำในเอกสาร|คำลับ/);
    expect((await registry.as('sample-1-editor')(log)).text).not.toContain(done.data.runQuery.documentHash);
  });
});

describe('what analysts run', () => {
  it('goes over connections of a role that reads under the same policies, and writes nothing', async () => {
    const pool = createPool({ url: registry.database.app, max: 1, readOnlyRole: ANALYST_ROLE });
    try {
      const client = await pool.connect();
      const ask = async (text: string) => (await client.query(text)).rows;
      expect(await ask('SELECT current_user AS who, (SELECT count(*)::int FROM "Risk") AS risks')).toEqual([
        { who: ANALYST_ROLE, risks: 0 },
      ]);
      await ask(`SELECT set_config('app.floor', '2', false)`);
      expect(await ask('SELECT count(*)::int AS count FROM "Risk"')).toEqual([{ count: await direct('analyst') }]);
      await ask('SET default_transaction_read_only = off');
      for (const write of [
        'UPDATE "Risk" SET version = 2',
        'DELETE FROM "Finding"',
        'INSERT INTO "SavedQueryRun" DEFAULT VALUES',
      ])
        await expect(ask(write)).rejects.toMatchObject({ code: '42501' });
      client.release();
    } finally {
      await pool.end();
    }
    const granted = await registry.rows(
      `SELECT DISTINCT privilege_type FROM information_schema.table_privileges WHERE grantee = '${ANALYST_ROLE}'`,
    );
    expect(granted).toEqual([{ privilege_type: 'SELECT' }]);
    const differing = await registry.rows(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
         AND has_table_privilege('registry_app', oid, 'SELECT') <> has_table_privilege('${ANALYST_ROLE}', oid, 'SELECT')`,
    );
    expect(differing).toEqual([]);
  });

  it('runs there alone, and nobody else’s runs do', async () => {
    const { id } = await save(registry, 'centre', { document: counting, sharedWith: 'ALL_AGENCIES' });
    await registry.rows(`REVOKE SELECT ON "Risk" FROM ${ANALYST_ROLE}`);
    try {
      expect((await run(registry, 'analyst', id)).data.runQuery.data).toEqual({ risks: null });
      expect((await run(registry, 'centre', id)).data.runQuery.data.risks).toEqual({
        totalCount: await direct('centre'),
      });
    } finally {
      await registry.rows(`GRANT SELECT ON "Risk" TO ${ANALYST_ROLE}`);
    }
    expect((await run(registry, 'analyst', id)).data.runQuery.data.risks).toEqual({
      totalCount: await direct('analyst'),
    });
  });

  it('ends by a time of its own', async () => {
    const { id } = await save(registry, 'centre', { document: counting, sharedWith: 'ALL_AGENCIES' });
    const hasty = await startRegistry({ database: registry.database, analysts: { timeoutMs: 1 } });
    try {
      const { data } = await run(hasty, 'analyst', id);
      expect(data.runQuery.errors[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
      expect((await run(hasty, 'centre', id)).data.runQuery.errors).toBeNull();
    } finally {
      await hasty.stop();
    }
  });
});
