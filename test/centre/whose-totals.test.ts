import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const sql = async (text: string, values: unknown[] = []): Promise<any[]> => registry.rows(text, values);
const refusalsOf = ({ errors }: { readonly errors: readonly any[] }) => errors.map(({ extensions }) => extensions.code);

/** Every total of the centre that is about agencies, with one filter. */
const totals = (filter: string, fiscalYear = 2568) => {
  const arg = filter === '' ? '' : `, filter: {${filter}}`;
  return `{ centre {
    riskLevels(fiscalYear: ${fiscalYear}${arg}) { key total isSample }
    byKind: riskLevels(fiscalYear: ${fiscalYear}, groupBy: AGENCY_KIND${arg}) { key total isSample }
    byArea: riskLevels(fiscalYear: ${fiscalYear}, groupBy: PROCESS_AREA${arg}) { total isSample }
    riskMatrix(fiscalYear: ${fiscalYear}${arg}) { riskCount isSample }
    mitigationProgress(fiscalYear: ${fiscalYear}${arg}) { key total isSample }
    budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, byAgency: true${arg}) { agencyCode planned isSample }
    completeness(fiscalYear: ${fiscalYear}${arg}) { code isSample }
  } }`;
};

const ask = async (query: string, persona: 'centre' | 'analyst' = 'centre', headers = {}) => {
  const { data, errors, extensions } = await registry.as(persona)(query, {}, headers);
  expect(errors).toEqual([]);
  return { centre: data.centre, notices: (extensions.notices ?? []) as { code: string; message: string }[] };
};
const codesOf = (notices: readonly { code: string }[]) => notices.map(({ code }) => code);
const rowsOf = (centre: object): any[] => Object.values(centre).flat();

describe.each(['centre', 'analyst'] as const)('as %s, the totals of the city', (persona) => {
  it('are about agencies that the centre oversees and no samples, and say so, unless others are asked for', async () => {
    const { centre, notices } = await ask(totals('', 2567), persona);
    expect(codesOf(notices)).toEqual(['OVERSEEN_ONLY', 'WITHOUT_SAMPLES']);
    expect(rowsOf(centre).filter(({ isSample }) => isSample)).toEqual([]);
    expect(centre.riskLevels).toEqual([{ key: 'BMA-CHOMTHONG', total: 9, isSample: false }]);
    // The local government of document 002 is in another province, and the city is no agency that owes a register.
    expect(centre.budgets.map(({ agencyCode }: any) => agencyCode)).not.toContain('LG-MAEDONG');
    expect(centre.budgets.map(({ agencyCode }: any) => agencyCode)).toContain('BMA-CHOMTHONG');
    const codes = centre.completeness.map(({ code }: any) => code);
    expect(codes).toHaveLength(69);
    expect(codes.filter((code: string) => !code.startsWith('BMA-'))).toEqual([]);
  });

  it('carry the mark of invented figures in every row that has them, and beside the answer', async () => {
    const { centre, notices } = await ask(totals('includeSamples: true'), persona);
    expect(codesOf(notices)).toEqual(['BUILT_ON_SAMPLES', 'OVERSEEN_ONLY']);
    const samples = (rows: any[], key: string) =>
      rows.map((row) => [row[key].startsWith('SAMPLE'), row.isSample]).every(([is, said]) => is === said);
    expect(samples(centre.riskLevels, 'key') && samples(centre.byKind, 'key')).toBe(true);
    expect(samples(centre.mitigationProgress, 'key') && samples(centre.completeness, 'code')).toBe(true);
    expect(samples(centre.budgets, 'agencyCode')).toBe(true);
    expect(centre.byArea.every(({ isSample }: any) => isSample)).toBe(true);
    for (const { riskCount, isSample } of centre.riskMatrix)
      expect([riskCount, isSample]).toEqual([riskCount, riskCount > 0]);
  });

  it.each([
    ['its code', 'agencyCodes: ["SAMPLE-1", "LG-MAEDONG"]'],
    ['its kind', 'agencyKinds: [SAMPLE]'],
    ['what it is', 'includeSamples: true, includeNotOverseen: true'],
  ])('count an invented agency when it is asked for by %s', async (_how, filter) => {
    const { centre, notices } = await ask(totals(filter), persona);
    expect(centre.riskLevels.map(({ key }: any) => key)).toContain('SAMPLE-1');
    expect(codesOf(notices)).toContain('BUILT_ON_SAMPLES');
    expect(codesOf(notices)).not.toContain('WITHOUT_SAMPLES');
  });

  it('count an agency that is not overseen when it is asked for, and the city never owes anything', async () => {
    for (const filter of ['includeNotOverseen: true', 'agencyCodes: ["LG-MAEDONG", "BMA"]']) {
      const { centre } = await ask(totals(filter, 2567), persona);
      expect(new Set(centre.budgets.map(({ agencyCode }: any) => agencyCode))).toContain('LG-MAEDONG');
      expect(centre.completeness.map(({ code }: any) => code)).toContain('LG-MAEDONG');
      expect(centre.completeness.map(({ code }: any) => code)).not.toContain('BMA');
    }
  });
});

describe('an answer of the registry', () => {
  it('says in the language of its reader what totals leave out, also when it is given again', async () => {
    const query = '{ centre { riskLevels(fiscalYear: 2567) { key } } }';
    for (const _time of [1, 2]) {
      const thai = await ask(query, 'centre', { 'accept-language': 'th' });
      expect(thai.notices.map(({ message }) => message).join()).toMatch(/ศปท\.กทม\. กำกับ.*ไม่นับหน่วยงานตัวอย่าง/);
      const english = await ask(query, 'centre', { 'accept-language': 'en' });
      expect(english.notices.map(({ message }) => message).join()).toMatch(/oversees.*leave out/);
    }
  });

  it('carries no such sentence where it has no totals', async () => {
    const { extensions } = await registry.as('centre')('{ agencies(first: 1) { totalCount } viewer { role } }');
    expect(Object.keys(extensions)).toEqual(['cost']);
  });

  it('tells the plan of a year from one of several in what an agency has handed in', async () => {
    const { centre } = await ask(
      '{ centre { completeness(fiscalYear: 2567, filter: {agencyCodes: ["BMA-CHOMTHONG", "BMA-FINANCE"]}) { code plan plans { kind status } } } }',
    );
    const [chomthong, finance] = centre.completeness;
    expect(chomthong.plans).toEqual([
      { kind: 'ANNUAL', status: chomthong.plan },
      { kind: 'MULTI_YEAR', status: null },
    ]);
    expect(finance.plans).toEqual([
      { kind: 'ANNUAL', status: null },
      { kind: 'MULTI_YEAR', status: finance.plan },
    ]);
    expect([chomthong.plan, finance.plan]).not.toContain(null);
  });
});

describe('oversight', () => {
  const oversightOf = async (code: string, persona = 'public'): Promise<any[]> => {
    const query = `{ agency(code: "${code}") { oversight { id version validFrom validTo basisTh centre { code } overseen { code } } } }`;
    const { data } = await (persona === 'public' ? registry.public(query) : registry.as(persona)(query));
    return data.agency.oversight;
  };
  const idOf = async (code: string) =>
    (await registry.public(`{ agency(code: "${code}") { id } }`)).data.agency.id as string;
  const record = async (input: object, persona = 'city-admin') =>
    registry.as(persona)(
      'mutation ($input: RecordOversightInput!) { recordOversight(input: $input) { oversight { id version validTo } } }',
      { input: { centreId: await idOf('BMA'), overseenId: await idOf('LG-MAEDONG'), basisTh: 'คำสั่งทดสอบ', ...input } },
    );
  const end = (input: object, persona = 'city-admin') =>
    registry.as(persona)(
      'mutation ($input: EndOversightInput!) { endOversight(input: $input) { oversight { id version validTo } } }',
      { input },
    );
  const completeIn = async (fiscalYear: number) =>
    (await ask(`{ centre { completeness(fiscalYear: ${fiscalYear}) { code } } }`)).centre.completeness.map(
      ({ code }: any) => code,
    );

  it('is read by anybody, and of no day that no document states', async () => {
    expect(await oversightOf('BMA-CHOMTHONG')).toEqual([
      expect.objectContaining({
        validFrom: null,
        validTo: null,
        centre: { code: 'BMA' },
        overseen: { code: 'BMA-CHOMTHONG' },
      }),
    ]);
    expect([await oversightOf('LG-MAEDONG'), await oversightOf('BMA')]).toEqual([[], []]);
  });

  it('is kept by the administrator of the city, who alone decides whose figures totals add up, in which years', async () => {
    const { data, errors } = await record({ validFrom: '2024-01-01' });
    expect(errors).toEqual([]);
    const { id } = data.recordOversight.oversight;
    expect(await completeIn(2566)).not.toContain('LG-MAEDONG');
    expect(await completeIn(2567)).toContain('LG-MAEDONG');
    expect(await completeIn(2570)).toContain('LG-MAEDONG');
    const ended = await end({ oversightId: id, expectedVersion: 1, validTo: '2025-09-30' });
    expect(ended.data.endOversight.oversight).toEqual({ id, version: 2, validTo: '2025-09-30' });
    expect(await completeIn(2568)).toContain('LG-MAEDONG');
    expect(await completeIn(2569)).not.toContain('LG-MAEDONG');
    const [entry] = await sql(
      `SELECT act, role FROM "AuditEntry" WHERE entity = 'Oversight' AND action = 'UPDATE' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry).toEqual({ act: 'endOversight', role: 'CITY_ADMIN' });
  });

  it('overlaps no other, is of no centre’s own agency, and ends once and not before it began', async () => {
    const before = await oversightOf('LG-MAEDONG');
    const [known] = before;
    const refused = [
      await record({ validFrom: '2025-09-30' }),
      await record({ validTo: '2024-06-01' }),
      await record({ overseenId: await idOf('BMA') }),
      await record({ centreId: await idOf('BMA-FINANCE'), validFrom: '2026-01-01' }),
      await record({ validFrom: '2026-02-01', validTo: '2026-01-01' }),
      await record({ basisTh: ' ' }),
      await end({ oversightId: known.id, expectedVersion: 2, validTo: '2026-09-30' }),
      await end({ oversightId: known.id, expectedVersion: 2, validTo: '2023-12-31' }),
    ];
    expect(refused.map(refusalsOf)).toEqual(refused.map(() => ['INVALID_INPUT']));
    expect(refused.slice(0, 4).map(({ errors }) => errors[0]?.extensions.fields[0].code)).toEqual([
      'OVERSIGHT_OVERLAPS',
      'OVERSIGHT_OVERLAPS',
      'OVERSEES_ITSELF',
      'OTHER_CENTRE',
    ]);
    expect(refusalsOf(await end({ oversightId: known.id, expectedVersion: 1, validTo: '2025-01-01' }))).toEqual([
      'CONFLICT',
    ]);
    expect(refusalsOf(await record({ overseenId: Buffer.from('Agency:0').toString('base64') }))).toEqual([
      expect.stringMatching(/NOT_FOUND|INVALID_INPUT/),
    ]);
    for (const persona of ['centre', 'analyst', 'auditor', 'sample-1-agency-admin'])
      expect(refusalsOf(await record({ validFrom: '2026-01-01' }, persona))).toEqual(['FORBIDDEN']);
    expect(await oversightOf('LG-MAEDONG')).toEqual(before);
    // The database itself refuses what two administrators might record in the same moment.
    await expect(
      sql(
        `WITH settings AS MATERIALIZED (SELECT set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), true))
         INSERT INTO "Oversight" (id, "centreId", "overseenId", "basisTh")
         SELECT gen_random_uuid(), "centreId", "overseenId", 'x' FROM "Oversight", settings WHERE "overseenId" = (SELECT id FROM "Agency" WHERE code = 'BMA-FINANCE')`,
      ),
    ).rejects.toThrow(/oversees the agency at that time already/);
  });
});
