import { get, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { EDITIONS, plainTables, type Row } from './plain-tables.ts';

let registry: Registry;
let tables: Record<string, Row[]>;
beforeAll(async () => {
  registry = await startRegistry();
  await publishAll();
  await publishReports();
  tables = plainTables(await publicEditions());
});
afterAll(async () => registry.stop());

/** Editions of every kind, of real and invented agencies: the next of each record, which says what the record says now. */
const publishAll = () =>
  publish(`
    SELECT kind, "agencyId", planid, analysisid, registerid, year, title, app.content_of(kind, "agencyId", coalesce(planid, analysisid, registerid))::text
    FROM (
      SELECT 'PLAN'::"RecordKind" AS kind, "agencyId", id AS planid, NULL::uuid AS analysisid, NULL::uuid AS registerid, "fiscalYearFrom" AS year, "titleTh" AS title FROM "Plan"
      WHERE status = 'IMPORTED'
      UNION ALL SELECT 'SWOT_ANALYSIS', "agencyId", NULL, id, NULL, "fiscalYear", 'SWOT' FROM "SwotAnalysis" WHERE status = 'IMPORTED'
      UNION ALL SELECT 'RISK_REGISTER', "agencyId", NULL, NULL, id, "fiscalYear", '=1+1' FROM "RiskRegister" WHERE status IN ('IMPORTED', 'PUBLISHED')
    ) AS record`);

/** The next edition of every report of the year. */
const publishReports = () =>
  registry.rows(`
    SELECT set_config('app.account', (SELECT id::text FROM "Account" ORDER BY id LIMIT 1), false);
    INSERT INTO "Edition" (id, kind, "agencyId", "reportId", "fiscalYear", "titleTh", content, number, "contentHash", "accountId")
    SELECT gen_random_uuid(), 'YEAR_REPORT', y."agencyId", y.id, y."fiscalYear", 'รายงาน', c.content,
      coalesce((SELECT max(number) FROM "Edition" b WHERE b."reportId" = y.id), 0) + 1, encode(sha256(convert_to(c.content, 'UTF8')), 'hex'),
      (SELECT id FROM "Account" ORDER BY id LIMIT 1)
    FROM "YearReport" y CROSS JOIN LATERAL (SELECT app.content_of('YEAR_REPORT', y."agencyId", y.id)::text AS content) c`);

/** Adds editions: their kind, agency, plan, analysis, register, year, title and content. */
const publish = (select: string) =>
  registry.rows(`
    SELECT set_config('app.account', (SELECT id::text FROM "Account" ORDER BY id LIMIT 1), false);
    INSERT INTO "Edition" (id, kind, "agencyId", "planId", "analysisId", "registerId", "fiscalYear", "titleTh", content, number, "contentHash", "accountId")
    SELECT gen_random_uuid(), e.*, coalesce((SELECT max(number) FROM "Edition" b
        WHERE coalesce(b."planId", b."analysisId", b."registerId") = coalesce(e.planid, e.analysisid, e.registerid)), 0) + 1,
      encode(sha256(convert_to(e.content, 'UTF8')), 'hex'), (SELECT id FROM "Account" ORDER BY id LIMIT 1)
    FROM (${select}) AS e (kind, "agencyId", planid, analysisid, registerid, year, title, content)`);

async function publicEditions(): Promise<any[]> {
  const found = [];
  for (let after = null; ; ) {
    const { data, errors } = await registry.public(EDITIONS, { after });
    expect(errors).toEqual([]);
    found.push(...nodes(data.editions));
    if (!data.editions.pageInfo.hasNextPage) return found;
    after = data.editions.pageInfo.endCursor;
  }
}

const plain = { 'accept-encoding': 'identity' };
const read = (file: string, headers: Record<string, string> = plain) =>
  registry.http({ url: `/open-data/${file}`, headers });

/** What is sent, as it travels. */
const bytesOf = (file: string, headers: Record<string, string>) =>
  new Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
    get(`${registry.base}/open-data/${file}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    }).on('error', reject);
  });

const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** A row as CSV tells it: everything is text, nothing is nothing, and no text begins like a formula. */
const asText = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
      return [name, /^[=+\-@\t\r＝＋－＠]/.test(text) && typeof value !== 'number' ? `'${text}` : text];
    }),
  );

describe('open data', () => {
  it('is what the public finds through GraphQL, every row and value of it, as JSON and as CSV', async () => {
    const counts = [];
    for (const [name, rows] of Object.entries(tables)) {
      expect([name, sorted((await read(`${name}.json`)).json())]).toEqual([name, sorted(rows)]);
      const csv: Row[] = parse((await read(`${name}.csv`)).body, { columns: true, record_delimiter: '\r\n' });
      expect([name, sorted(csv)]).toEqual([name, sorted(rows.map(asText))]);
      counts.push(`${name} ${rows.length}`);
      expect(rows.length).toBeGreaterThan(0);
    }
    console.info(`open data: ${counts.join(', ')}`);
  });

  it('is the same where only row-level security stands before it', async () => {
    const oneWall = await startRegistry({ database: registry.database, filters: false });
    for (const name of Object.keys(tables)) {
      const { body } = await oneWall.http({ url: `/open-data/${name}.json`, headers: plain });
      expect([name, body === (await read(`${name}.json`)).body]).toEqual([name, true]);
    }
    await oneWall.stop();
  });

  it('marks every row of an invented agency, and no other', async () => {
    for (const rows of Object.values(tables))
      for (const { isSample, agencyKind } of rows) expect(isSample).toBe(agencyKind === 'SAMPLE');
    expect(tables.editions?.some(({ isSample }) => isSample)).toBe(true);
    expect(tables.editions?.some(({ isSample }) => !isSample)).toBe(true);
  });

  it('names nobody', async () => {
    const names = await registry.rows<{ name: string }>('SELECT name FROM "Account"');
    expect(names.length).toBeGreaterThan(10);
    for (const file of Object.keys(tables)) {
      const { body } = await read(`${file}.json`);
      expect(names.filter(({ name }) => body.includes(name))).toEqual([]);
    }
  });

  it('tells of an edition as soon as it is published', async () => {
    const before = await read('editions.csv');
    await publish(`SELECT kind, "agencyId", "planId", "analysisId", "registerId", "fiscalYear", 'ฉบับแก้ไข',
      replace(content, '"risks": [', '"risks": [{"id": "new", "code": "R-99", "titleTh": "ใหม่", "level": "LOW"}, ')
      FROM "Edition" WHERE "registerId" IS NOT NULL ORDER BY number DESC, id LIMIT 1`);
    const after = await read('editions.csv', { ...plain, 'if-none-match': before.headers.etag ?? '' });
    expect(after.statusCode).toBe(200);
    expect(after.body).toContain('ฉบับแก้ไข');
    const risks = (await read('risks.json')).json();
    expect(risks.filter(({ riskId }: Row) => riskId === 'new')).toMatchObject([
      { code: 'R-99', causes: [], titleEn: null },
    ]);
  });
});

describe('the catalogue', () => {
  it('names every file, what its columns mean in Thai and English, and what their values are', async () => {
    const { body, headers, statusCode } = await registry.http({ url: '/open-data/', headers: plain });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const { resources, licenses } = JSON.parse(body);
    expect(licenses).toEqual([]);
    expect(new Set(resources.map(({ path }: any) => path))).toEqual(
      new Set(Object.keys(tables).flatMap((name) => [`/open-data/${name}.csv`, `/open-data/${name}.json`])),
    );
    for (const { path, schema, description } of resources) {
      expect(description).toMatch(/[ก-๙].* · .*[a-z]/);
      for (const field of schema.fields) {
        expect([path, field.name, field.description]).toEqual([
          path,
          field.name,
          expect.stringMatching(/[ก-๙].* · .*[A-Za-z]/),
        ]);
      }
      if (!path.endsWith('.csv')) continue;
      const [head = ''] = (await registry.http({ url: path, headers: plain })).body.split('\r\n');
      expect(head.split(',')).toEqual(schema.fields.map(({ name }: any) => name));
    }
    const level =
      resources[0] &&
      resources.find(({ name }: any) => name === 'risks-csv').schema.fields.find(({ name }: any) => name === 'level');
    expect(level.constraints.enum).toContain('UNASSESSED');
    expect(level.values.HIGH).toMatch(/สูง · /);
  });

  it('names the licence that the city has set', async () => {
    const openDataLicence = 'https://creativecommons.org/licenses/by/4.0/';
    const licensed = await startRegistry({ database: registry.database, http: { openDataLicence } });
    expect((await licensed.http({ url: '/open-data' })).json().licenses).toEqual([{ path: openDataLicence }]);
    await licensed.stop();
  });
});

describe('a file of open data', () => {
  it('says by 304 that a copy is still good, in every encoding, and by HEAD what there is', async () => {
    const whole = await read('risks.csv');
    expect(whole.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-length': String(Buffer.byteLength(whole.body)),
      'cache-control': 'public, max-age=300',
      vary: expect.stringContaining('accept-encoding'),
    });
    const { etag = '' } = whole.headers;
    for (const known of [etag, `W/${etag}`, etag.replace(/"$/, '-gzip"'), `"x", ${etag}`]) {
      const kept = await read('risks.csv', { ...plain, 'if-none-match': known });
      expect([kept.statusCode, kept.body, kept.headers.etag]).toEqual([304, '', etag]);
    }
    const head = await registry.http({ method: 'HEAD', url: '/open-data/risks.csv', headers: plain });
    expect([head.statusCode, head.body, head.headers.etag, head.headers['content-length']]).toEqual([
      200,
      '',
      etag,
      whole.headers['content-length'],
    ]);
  });

  it('comes packed for those who can take it, with the same content', async () => {
    const packed = await bytesOf('risks.csv', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes).toString('utf8')).toBe((await read('risks.csv')).body);
  });

  it('begins with a byte order mark for spreadsheets when that is asked for', async () => {
    const [bare, marked] = [await bytesOf('risks.csv', plain), await bytesOf('risks.csv?bom=1', plain)];
    expect([...marked.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(marked.bytes.subarray(3).equals(bare.bytes)).toBe(true);
  });

  it('may be read by pages of every site, and by nothing but GET and HEAD', async () => {
    const asked = await read('risks.csv', { ...plain, origin: 'https://elsewhere.example' });
    expect(asked.headers['access-control-allow-origin']).toBe('*');
    expect(asked.headers['cross-origin-resource-policy']).toBe('cross-origin');
    const posted = await registry.http({ method: 'POST', url: '/open-data/risks.csv', payload: {} });
    expect([posted.statusCode, posted.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('that is not there is 404, said as every error is said', async () => {
    for (const file of ['none.csv', 'risks', 'risks.xlsx', '..%2f..%2fetc%2fpasswd', '%00', `${'a'.repeat(90)}.csv`]) {
      const { statusCode, body } = await read(file);
      expect([file, statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([file, 404, 'NOT_FOUND']);
    }
  });

  it('is counted by the address of the reader, like every request', async () => {
    const strict = await startRegistry({ database: registry.database, limits: { requestsPerMinute: 2 } });
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1)
      statuses.push((await strict.http({ url: '/open-data/projects.csv' })).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    await strict.stop();
  });
});
