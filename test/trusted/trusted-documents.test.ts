import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, signedIn } from '../kit/subscriber.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { unregisteredCostMax: new Map([['PUBLIC', 50_000]]) } });
});
afterAll(async () => {
  await closeSockets();
  await registry.stop();
});

const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');
const entry = (document: string) => ({ hash: hashOf(document), document });
let made = 0;
/** A document that no other test has. */
const risksDocument = (): string => {
  made += 1;
  return `query Risks${made}($first: Int!) {\n  risks(first: $first) {\n    totalCount\n    edges {\n      node {\n        code\n      }\n    }\n  }\n}`;
};

const register = (documents: readonly string[], client = 'agency-web') =>
  registry
    .person('city-admin')
    .does(
      'registerTrustedDocuments',
      { client, documents: documents.map(entry) },
      'documents { id hash operationName kind usesFields cost clients { client } }',
    );

const post = (payload: object, persona = 'sample-1-viewer', served = registry) =>
  served.tokenOf(persona).then((token) =>
    served.http({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
      payload,
    }),
  );

describe('a document that a front end has registered', () => {
  it('is asked for by its hash, by POST and GET and over sockets, and answers as its text does', async () => {
    const document = risksDocument();
    const subscription = 'subscription Changes {\n  statusChanged {\n    id\n  }\n}';
    const { documents } = await register([document, subscription]);
    expect(documents[0]).toMatchObject({ operationName: 'Changes', kind: 'SUBSCRIPTION' });
    expect(documents[1]).toMatchObject({
      hash: hashOf(document),
      kind: 'QUERY',
      usesFields: ['Query.risks', 'Risk.code', 'RiskConnection.edges', 'RiskConnection.totalCount', 'RiskEdge.node'],
      clients: [{ client: 'agency-web' }],
    });
    const variables = { first: 2 };
    const byText = await post({ query: document, variables });
    const documentId = `sha256:${hashOf(document)}`;
    const byHash = await post({ documentId, variables });
    expect([byHash.statusCode, byHash.json().data]).toEqual([200, byText.json().data]);
    expect(documents[1].cost).toBeGreaterThan(byHash.json().extensions.cost.requested);
    const token = await registry.tokenOf('sample-1-viewer');
    const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
    const byGet = await registry.http({
      url: `/graphql?${search}`,
      headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' },
    });
    expect(byGet.json().data).toEqual(byText.json().data);
    const socket = await signedIn(registry, 'sample-1-viewer');
    const heard = socket.follow('', {}, undefined, `sha256:${hashOf(subscription)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.errors).toEqual([]);
    await socket.close();
  });

  it('is not known by another hash, nor without one, and both at once are refused', async () => {
    const unknown = await post({ documentId: `sha256:${'0'.repeat(64)}` });
    expect([unknown.statusCode, unknown.json().errors[0].extensions.code]).toEqual([400, 'UNKNOWN_DOCUMENT']);
    for (const documentId of ['sha1:abc', 'x', hashOf('x')])
      expect((await post({ documentId })).json().errors[0].extensions.code).toBe('UNKNOWN_DOCUMENT');
    for (const body of [{ documentId: 7 }, { documentId: `sha256:${hashOf('x')}`, query: '{ __typename }' }])
      expect((await post(body)).json().errors[0].extensions.code).toBe('BAD_REQUEST');
    const automatic = await post({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('x') } } });
    expect(automatic.json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('is served until the last front end withdraws it, by every instance', async () => {
    const document = risksDocument();
    await register([document], 'one');
    await register([document], 'two');
    const other = await startRegistry({ database: registry.database });
    const documentId = `sha256:${hashOf(document)}`;
    const asked = async () =>
      (await post({ documentId, variables: { first: 1 } }, 'sample-1-viewer', other)).statusCode;
    try {
      expect(await asked()).toBe(200);
      const withdraw = (client: string) =>
        registry.person('city-admin').does('withdrawTrustedDocuments', { client, hashes: [hashOf(document)] });
      await withdraw('one');
      await registry
        .person('city-admin')
        .isRefused('withdrawTrustedDocuments', { client: 'one', hashes: [hashOf(document)] }, 'NOT_FOUND');
      expect(await asked()).toBe(200);
      await withdraw('two');
      const fresh = await startRegistry({ database: registry.database });
      const { statusCode } = await post({ documentId, variables: { first: 1 } }, 'sample-1-viewer', fresh);
      await fresh.stop();
      expect(statusCode).toBe(400);
    } finally {
      await other.stop();
    }
  });

  it('tells who uses a field, how often and when last, once the server that counts has stopped', async () => {
    const document = risksDocument();
    await register([document], 'counting');
    const other = await startRegistry({ database: registry.database });
    const body = { documentId: `sha256:${hashOf(document)}`, variables: { first: 1 } };
    for (let time = 0; time < 3; time += 1) await post(body, 'sample-1-viewer', other);
    await other.stop();
    const { data, errors } = await registry.as('city-admin')(
      `{ trustedDocuments(first: 5, where: { usesFields: { has: "Risk.code" }, clients: { some: { client: { eq: "counting" } } } }) {
        totalCount edges { node { operationName lastUsedAt uses { times } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.trustedDocuments).toMatchObject({
      totalCount: 1,
      edges: [{ node: { lastUsedAt: expect.any(String), uses: [{ times: 3 }] } }],
    });
  });
});

describe('registering documents', () => {
  it('names every document that does not fit, and registers none of them', async () => {
    const good = risksDocument();
    const documents = [
      entry(good),
      { hash: hashOf('other'), document: risksDocument() },
      entry('query Unknown {\n  noSuchField\n}'),
      entry('{\n  __typename\n}'),
      entry('query Broken {'),
    ];
    const refused = await registry.as('city-admin')(
      'mutation ($input: RegisterTrustedDocumentsInput!) { registerTrustedDocuments(input: $input) { documents { id } } }',
      { input: { client: '', documents } },
    );
    const fields = (refused.errors[0]?.extensions.fields ?? []) as { field: string }[];
    expect(fields.map(({ field }) => field)).toEqual([
      'client',
      'documents[1].hash',
      'documents[2].document',
      'documents[3].document',
      'documents[4].document',
    ]);
    expect((await post({ documentId: `sha256:${hashOf(good)}`, variables: { first: 1 } })).statusCode).toBe(400);
  });

  it('is done from the build of a front end by a command, which names what is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'registry-manifest-'));
    const token = await registry.tokenOf('city-admin');
    const command = fileURLToPath(new URL('../../packages/api/bin/documents.mjs', import.meta.url));
    const run = async (manifest: object, asToken = token) => {
      const file = join(folder, 'manifest.json');
      await writeFile(file, JSON.stringify(manifest));
      const args = [command, 'register', '--client', 'built', '--url', `${registry.base}/graphql`, file];
      return promisify(execFile)(process.execPath, args, { env: { ...process.env, REGISTRY_TOKEN: asToken } }).then(
        ({ stdout }) => stdout,
        ({ stderr }) => stderr,
      );
    };
    const document = risksDocument();
    expect(await run({ [hashOf(document)]: document })).toContain('registered: 1 (built)');
    expect(await run({ [hashOf(document)]: document })).toContain('registered: 1 (built)');
    expect((await post({ documentId: `sha256:${hashOf(document)}`, variables: { first: 1 } })).statusCode).toBe(200);
    const wrong = 'query Wrong {\n  nothing\n}';
    expect(await run({ [hashOf(wrong)]: wrong })).toMatch(/documents\[0\]\.document \(Wrong\): .*nothing/);
    expect(await run({ [hashOf(document)]: document }, await registry.tokenOf('centre'))).toContain('administrators');
  });
});

describe('whoever asks without registering', () => {
  const small = '{ agencies(first: 5) { edges { node { nameTh } } } }';
  const rounds = ['one', 'two', 'three', 'four', 'five'].map(
    (name) => `${name}: itaRounds { items { code topic { code } indicator { number } } }`,
  );
  const large = `{ ${rounds.join(' ')} }`;

  it('may ask small questions as the public, and large ones once they are registered', async () => {
    expect((await registry.public(small)).status).toBe(200);
    const refused = await registry.public(large);
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([400, 'DOCUMENT_REQUIRED']);
    expect(refused.errors[0]?.message).toContain('may cost 50000');
    expect((await registry.as('sample-1-viewer')(large)).status).toBe(200);
    const document = `query Large ${large}`;
    await register([document]);
    // A text that is registered is as good as its hash.
    expect((await registry.public(document)).status).toBe(200);
  });

  it('may be held to registered documents alone, role by role', async () => {
    const document = risksDocument();
    await register([document]);
    const strict = await startRegistry({
      database: registry.database,
      limits: { unregisteredCostMax: new Map([['VIEWER', 0]]) },
    });
    try {
      const refused = await strict.as('sample-1-viewer')(small);
      expect(refused.errors[0]?.extensions.code).toBe('DOCUMENT_REQUIRED');
      const { statusCode } = await post(
        { documentId: `sha256:${hashOf(document)}`, variables: { first: 1 } },
        'sample-1-viewer',
        strict,
      );
      expect(statusCode).toBe(200);
      expect((await strict.as('sample-1-editor')(small)).status).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});
