import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Registry, startRegistry } from '../kit/registry.ts';
import { reuseLog, undisturbed } from '../kit/reuse.ts';
import { statementsOf } from '../kit/statements.ts';

const { logger, isReused } = reuseLog();
let registry: Registry;
beforeAll(async () => {
  // Who signed in last is written each minute, and what is written in between makes kept answers stale.
  registry = await startRegistry({ logger, noteSignInsEveryMs: 3_600_000 });
});
afterAll(async () => registry.stop());

const dashboard = `query ($year: FiscalYear!) { centre {
  riskMatrix(fiscalYear: $year) { riskCount } riskLevels(fiscalYear: $year) { key total }
  mitigationProgress(fiscalYear: $year) { key overdue } completeness(fiscalYear: $year) { code plan } } }`;
const titles = '{ riskMethods { version titleEn } }';
const year = { year: 2568 };

const asked = async (client: Client, query: string, variables = {}, headers = {}) => {
  const answer = await client(query, variables, headers);
  return { ...answer, isReused: await isReused(answer) };
};

/** A write of another process. */
const write = (statement: string) => registry.rows(`SET session_replication_role = 'replica'; ${statement}`);

describe('an answer that is asked for again', () => {
  it('is the same bytes for one small statement', async () => {
    const centre = registry.as('centre');
    const { first, again, statements } = await undisturbed(registry.database, async (mark) => {
      const first = await asked(centre, mark + dashboard, year);
      let again = first;
      const statements = await statementsOf(async () => {
        again = await asked(centre, mark + dashboard, year);
      });
      return { first, again, statements };
    });
    expect([first.isReused, again.isReused]).toEqual([false, true]);
    expect(again.text).toBe(first.text);
    expect(again.extensions.cost).toEqual(first.extensions.cost);
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(statements).toEqual([expect.stringContaining('pg_current_snapshot')]);
  });

  it('is shared with nobody of another role, agency or language, nor with other variables or operations', async () => {
    const both = 'query A { riskMethods { version } } query B { riskMethods { version } }';
    type Asker = { persona?: string; language?: string; operationName?: string; variables?: object };
    const ask = async (mark: string, { persona, language = 'th', operationName = 'A', variables = {} }: Asker) => {
      const token = persona && `Bearer ${await registry.tokenOf(persona)}`;
      const headers = { 'accept-language': language, ...(token && { authorization: token }) };
      const payload = { query: mark + both, operationName, variables };
      return isReused(await registry.http({ method: 'POST', url: '/graphql', headers, payload }));
    };
    const nobody: Asker = {};
    const askers: Asker[] = [
      nobody,
      { persona: 'centre' },
      { persona: 'analyst' },
      { persona: 'auditor' },
      { persona: 'city-admin' },
      { persona: 'thonburi-viewer' },
      { persona: 'finance-viewer' },
      { persona: 'finance-editor' },
      { language: 'en' },
      { operationName: 'B' },
      { variables: { unused: 1 } },
    ];
    for (const [index, one] of askers.entries()) {
      for (const other of new Set([one, nobody, askers[index + 1] ?? one])) {
        const found = await undisturbed(registry.database, async (mark) => {
          await ask(mark, one);
          return ask(mark, other);
        });
        expect([one, other, found]).toEqual([one, other, one === other]);
      }
    }
  }, 60_000);

  it('is the account’s own where records of agencies are beneath it', async () => {
    const editions = '{ editions(first: 5) { edges { node { titleTh agency { code } } } } }';
    const isShared = (one: Client, other: Client) =>
      undisturbed(registry.database, async (mark) => {
        await one(mark + editions);
        return (await asked(other, mark + editions)).isReused;
      });
    const viewer = registry.as('sample-1-viewer');
    expect(await isShared(viewer, viewer)).toBe(true);
    expect(await isShared(viewer, registry.as('sample-2-viewer'))).toBe(false);
    expect(await isShared(viewer, registry.public)).toBe(false);
    expect(await isShared(registry.public, registry.public)).toBe(true);
  });

  it('is refused like any other when it costs too much, or comes without the header that browsers ask leave for', async () => {
    const strict = await startRegistry({ database: registry.database, limits: { costMax: 1 } });
    expect((await strict.public(titles)).errors[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
    await strict.stop();
    await registry.public(titles);
    expect((await registry.http({ url: `/graphql?query=${encodeURIComponent(titles)}` })).statusCode).toBe(400);
  });

  it('is never one with errors, nor of a field without the mark', async () => {
    const withError = '{ riskMethods { version } framework(version: "none") { version } }';
    const partly = '{ centre { completeness(fiscalYear: 2568) { code } libraryCoverage { code } } }';
    for (const [client, query] of [
      [registry.public, withError],
      [registry.as('analyst'), partly],
      [registry.public, '{ agencies(first: 1) { totalCount } }'],
      [registry.public, '{ __schema { queryType { name } } riskMethods { version } }'],
      [registry.as('centre'), 'mutation { __typename }'],
    ] as const) {
      await client(query);
      const { headers, isReused: reused } = await asked(client, query);
      expect([query, reused, headers.etag, headers['cache-control']]).toEqual([
        query,
        undefined,
        undefined,
        'no-store',
      ]);
    }
    const statements = await statementsOf(() => registry.public('{ agencies(first: 1) { totalCount } }'));
    expect(statements.join()).not.toContain('pg_current_snapshot');
  });

  it('is kept nowhere when the registry is told so', async () => {
    const without = await startRegistry({ database: registry.database, responseCacheMb: 0 });
    await without.public(titles);
    const statements = await statementsOf(() => without.public(titles));
    expect(statements.join()).toMatch(/RiskMethod/);
    expect((await without.public(titles)).headers).not.toHaveProperty('etag');
    await without.stop();
  });
});

describe('GET /graphql', () => {
  const get = async (query: string, headers = {}, persona = 'centre') =>
    registry.http({
      url: `/graphql?query=${encodeURIComponent(query)}`,
      headers: {
        authorization: `Bearer ${await registry.tokenOf(persona)}`,
        'apollo-require-preflight': '1',
        ...headers,
      },
    });

  it('says by 304 that the client’s copy is still good, and answers in full when it is not', async () => {
    const { headers, body } = await get(titles);
    expect(headers).toMatchObject({
      etag: expect.stringMatching(/^"[\w-]{43}(-gzip)?"$/),
      'cache-control': 'private, no-cache',
      vary: 'authorization, x-on-behalf-of, cookie, x-agency, accept-language, accept, accept-encoding',
    });
    const tag = { 'if-none-match': `W/"other", ${headers.etag}` };
    const kept = await get(titles, tag);
    expect([kept.statusCode, kept.body]).toEqual([304, '']);
    expect(kept.headers).toMatchObject({ etag: headers.etag, 'cache-control': 'private, no-cache' });
    // A write that changes nothing of it makes the registry look again, and the copy is still good.
    await write(`UPDATE "Agency" SET "nameEn" = "nameEn"`);
    const still = await get(titles, tag);
    expect([still.statusCode, await isReused(still)]).toEqual([304, false]);
    await write(`UPDATE "RiskMethod" SET "titleEn" = 'Changed'`);
    const changed = await get(titles, tag);
    expect([changed.statusCode, changed.body === body]).toEqual([200, false]);
  });

  it('is the only method that does: POST answers in full, with the tag', async () => {
    const { headers, body } = await get(titles);
    const posted = await registry.as('centre')(
      titles,
      {},
      { 'if-none-match': String(headers.etag), 'accept-language': 'th' },
    );
    expect([posted.status, posted.text, posted.headers.etag]).toEqual([200, body, headers.etag]);
  });

  it('says nothing to a client that may not ask', async () => {
    const question = '{ centre { completeness(fiscalYear: 2568) { code } } }';
    const { headers } = await get(question);
    const refused = await get(question, { 'if-none-match': headers.etag }, 'finance-viewer');
    expect(refused.json().errors[0].extensions.code).toBe('FORBIDDEN');
    expect(refused.headers).not.toHaveProperty('etag');
  });
});
