import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crossAgencyFindings } from '@registry/seed/documents/cross-agency-findings.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const select = (text: string): Promise<any[]> => registry.rows(text);

const question = `{ crossAgencyFindings {
  code severity messageTh messageEn basis basisTh origin agencies { code } evidence { agency { code } sourceDocument sourceSection printed }
} }`;

/** The agencies whose documents were transcribed: how texts call them and their documents. */
const documented = [
  { code: 'BMA-CHOMTHONG', document: '000', names: ['จอมทอง', 'Chom Thong'] },
  { code: 'BMA-FINANCE', document: '001', names: ['สำนักการคลัง', 'Finance Department'] },
  { code: 'LG-MAEDONG', document: '002', names: ['แม่ดง', 'Mae Dong'] },
  { code: 'BMA-HEALTH', document: '003', names: ['สำนักอนามัย', 'Health Department'] },
  { code: 'BMA-THONBURI', document: '004', names: ['ธนบุรี', 'Thon Buri'] },
] as const;

describe('a finding whose evidence spans agencies', () => {
  it('is the centre’s, with every agency that it is about and what each has printed', async () => {
    const { data, errors } = await registry.as('centre')(question);
    expect(errors).toEqual([]);
    const found: any[] = data.crossAgencyFindings;
    expect(found).toHaveLength(crossAgencyFindings.length);
    expect(found.map(({ messageTh }) => messageTh).sort()).toEqual(
      crossAgencyFindings.map(({ messageTh }) => messageTh).sort(),
    );
    for (const { agencies, evidence } of found) {
      expect(agencies).toEqual(evidence.map(({ agency }: any) => agency));
      expect(new Set(agencies.map(({ code }: any) => code)).size).toBeGreaterThan(1);
      for (const { agency, sourceDocument } of evidence)
        expect(documented.find(({ document }) => document === sourceDocument)?.code).toBe(agency.code);
    }
    expect(found.flatMap(({ evidence }) => evidence).some(({ printed }) => printed !== null)).toBe(true);
  });

  it('says what it rests on: the documents that were compared', async () => {
    const { data } = await registry.as('centre')(question);
    for (const { basis, basisTh, evidence } of data.crossAgencyFindings) {
      expect(basis).toBe('DOCUMENT');
      for (const { sourceDocument, sourceSection } of evidence)
        expect(basisTh).toContain(`เอกสาร ${sourceDocument} ${sourceSection.split(' · ')[0]}`);
    }
  });

  it('is not told to the agencies, nor to anybody else', async () => {
    const personas = [
      'maedong-approver',
      'finance-viewer',
      'chomthong-agency-admin',
      'analyst',
      'auditor',
      'city-admin',
    ];
    for (const persona of personas) {
      const { data, errors } = await registry.as(persona)(question);
      expect([persona, data.crossAgencyFindings, errors[0]?.extensions.code]).toEqual([persona, null, 'FORBIDDEN']);
    }
    expect((await registry.public(question)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is kept from them by the database alone', async () => {
    const tables = ['CrossAgencyFinding', 'CrossAgencyEvidence'];
    const rowsFor = async (settings: string) => {
      const counts = tables.map((table) => `(SELECT count(*)::int FROM "${table}")`).join(', ');
      const [row] = await asSuperuser(
        registry.database.app,
        `WITH scope AS MATERIALIZED (SELECT ${settings}) SELECT ARRAY[${counts}] AS counts FROM scope`,
      );
      return (row as { counts: number[] }).counts;
    };
    const one = (name: string, value: string) => `set_config('app.${name}', ${value}, true)`;
    const agency = `(SELECT id::text FROM "Agency" WHERE code = 'LG-MAEDONG')`;
    // Asked in the same way, the centre sees them.
    const all = crossAgencyFindings.length;
    expect((await rowsFor(one('duty', `'centre'`)))[0]).toBe(all);
    expect(await rowsFor(one('agency', agency))).toEqual([0, 0]);
    expect(await rowsFor(one('floor', `'2'`))).toEqual([0, 0]);
    expect(await rowsFor(one('duty', `'reference'`))).toEqual([0, 0]);
  });
});

describe('what an agency reads of its own', () => {
  it('names no document of another agency, in no text of no record', async () => {
    const columns: { table: string; column: string }[] = await select(
      `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.columns owner USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND owner.column_name = 'agencyId' AND c.data_type = 'text'
         AND c.table_name NOT IN ('AuditEntry', 'AuditDigest', 'IdempotencyRecord') ORDER BY 1, 2`,
    );
    let texts = 0;
    const told: string[] = [];
    for (const { table, column } of columns) {
      const rows = await select(
        `SELECT g.code, t."${column}" AS text FROM "${table}" t JOIN "Agency" g ON g.id = t."agencyId"
         WHERE g.kind <> 'SAMPLE' AND t."${column}" IS NOT NULL`,
      );
      texts += rows.length;
      for (const { code, text } of rows) {
        const others = documented.filter((each) => each.code !== code);
        const words = others.flatMap(({ document, names }) => [`เอกสาร ${document}`, `ocument ${document}`, ...names]);
        if (words.some((word) => text.includes(word)) || /เอกสารอื่น|other documents/.test(text))
          told.push(`${code} ${table}.${column}: ${text}`);
      }
    }
    console.info(`${texts} texts of ${columns.length} columns`);
    expect(texts).toBeGreaterThan(1_500);
    expect(told).toEqual([]);
  });
});
