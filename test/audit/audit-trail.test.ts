import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isEnumType } from 'graphql';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { aRisk, assess, entryFields, justificationTh, momentTh, trailAt } from './entries.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const trail = trailAt(() => registry);

describe('the trail as a whole', () => {
  it('is an agency’s own, complete, page after page', async () => {
    const [row] = await registry.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEntry" e JOIN "Agency" g ON g.id = e."agencyId" WHERE g.code = 'BMA-HEALTH'`,
    );
    const seen = new Set<number>();
    for (let cursor = '', more = true; more; ) {
      const { data } = await trail('health-agency-admin', '', `first: 100${cursor && `, after: "${cursor}"`}`);
      const page = data.auditTrail;
      expect(page.totalCount).toBe(row?.count);
      for (const { seq, agency } of nodes(page)) {
        expect(agency.code).toBe('BMA-HEALTH');
        seen.add(seq);
      }
      cursor = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen.size).toBe(row?.count);
  });

  it('shows the auditor every agency, which fields were changed, and no value, name or id', async () => {
    await assess(registry, 'sample-1-editor', await aRisk(registry, 'sample-1-editor'), 1);
    const entry = nodes(
      (await trail('auditor', '{act: {eq: "assessRisk"}, entity: {eq: ASSESSMENT}}')).data.auditTrail,
    )[0];
    expect(entry).toMatchObject({ by: null, role: 'EDITOR', nodeId: null, agency: { code: 'SAMPLE-1' } });
    expect(entry.changes.map(({ field }: { field: string }) => field)).toContain('justificationTh');
    expect(
      entry.changes.every(({ before, after }: { before: null; after: null }) => before === null && after === null),
    ).toBe(true);
    expect(entry.summaryTh).toBe(`ผู้จัดทำข้อมูล สำนักงานเขตตัวอย่าง ๑ เพิ่มผลการประเมินความเสี่ยงครั้งหนึ่ง ${momentTh(entry.at)}`);
    expect(JSON.stringify(entry)).not.toContain(justificationTh);
    const [all] = await registry.rows<{ count: number }>('SELECT count(*)::int AS count FROM "AuditEntry"');
    const codes = ['BMA-CHOMTHONG', 'LG-MAEDONG', 'SAMPLE-2'];
    const everything = await trail('auditor', '', 'first: 1');
    expect(everything.data.auditTrail.totalCount).toBe(all?.count);
    for (const code of codes) {
      const { data } = await trail('auditor', `{agency: {code: {eq: "${code}"}}}`, 'first: 5');
      expect(nodes(data.auditTrail).map(({ agency }) => agency.code)).toEqual(Array(5).fill(code));
    }
    const records = await registry.as('auditor')('{ risks(first: 1) { totalCount } }');
    expect(records.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is narrowed by kind, action, act, agency and time', async () => {
    const at = nodes((await trail('auditor', '', 'first: 1')).data.auditTrail)[0].at;
    const wheres = [
      '{entity: {eq: PLAN}, action: {eq: CREATED}}',
      '{or: [{agency: {code: {eq: "BMA-HEALTH"}}}, {act: {startsWith: "load"}}]}',
      `{at: {gte: "${at}"}}`,
      '{not: {agency: {kind: {in: [SAMPLE]}}}}',
    ];
    const counts: number[] = [];
    for (const where of wheres) counts.push((await trail('auditor', where, 'first: 1')).data.auditTrail.totalCount);
    const sql = await registry.rows<{ count: number }>(
      [
        `entity = 'Plan' AND action = 'INSERT'`,
        `g.code = 'BMA-HEALTH' OR act LIKE 'load%'`,
        `at >= '${at}'`,
        `e."agencyId" NOT IN (SELECT id FROM "Agency" WHERE kind = 'SAMPLE')`,
      ]
        .map(
          (where) =>
            `SELECT count(*)::int AS count FROM "AuditEntry" e LEFT JOIN "Agency" g ON g.id = e."agencyId" WHERE ${where}`,
        )
        .join(' UNION ALL '),
    );
    expect(counts).toEqual(sql.map(({ count }) => count));
  });

  it('knows every table that the database audits', async () => {
    const audited = await registry.rows<{ name: string }>(
      `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'audit' ORDER BY 1`,
    );
    const type = unguardedSchema.getType('AuditedEntity');
    const known = isEnumType(type) ? type.getValues().map(({ value }) => String(value)) : [];
    expect(known.sort()).toEqual(audited.map(({ name }) => name.replaceAll('"', '')).sort());
  });

  it.each([
    [
      'of the agency',
      'sample-1-editor',
      6,
      (first: number) => `{ auditTrail(first: ${first}) { totalCount edges { node { ${entryFields} } } } }`,
    ],
    [
      'of all agencies',
      'auditor',
      5,
      (first: number) => `{ auditTrail(first: ${first}) { totalCount edges { node { ${entryFields} } } } }`,
    ],
    [
      'of every risk of a list',
      'sample-1-editor',
      7,
      (first: number) =>
        `{ risks(first: ${first}) { edges { node { code auditTrail(first: 5) { totalCount edges { node { ${entryFields} } } } } } } }`,
    ],
  ])('costs as many statements for a page of 20 as for one of 1: %s', async (_name, persona, atMost, query) => {
    const costs: number[] = [];
    for (const first of [1, 20]) {
      const ask = async () => expect((await registry.as(persona)(query(first))).errors).toEqual([]);
      await ask();
      costs.push((await statementsOf(ask)).length);
    }
    console.info(`audit trail ${_name}: ${costs.join(', ')} statements for 1 and 20`);
    expect(Math.max(...costs)).toBeLessThanOrEqual(atMost);
  });
});
