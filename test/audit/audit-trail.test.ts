import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { thaiDate, thaiTime } from '@registry/schema/base/thai-date.logic.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isEnumType } from 'graphql';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const entryFields = `seq at by role act actTh actEn action entity nodeId reason hash summaryTh summaryEn agency { code }
  changes { field labelTh labelEn before after }`;

type Risk = { id: string; code: string; version: number };

const aRisk = async (persona: string): Promise<Risk> =>
  nodes(
    (
      await registry.as(persona)(
        '{ risks(first: 1, where: {register: {status: {eq: APPROVED}}}) { edges { node { id code version } } } }',
      )
    ).data.risks,
  )[0];

const justificationTh = 'ทบทวนตามผลการตรวจประจำปี';

const assess = async (persona: string, { id, version }: Risk, impact: number): Promise<void> => {
  const answer = await registry.as(persona)(
    'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { level } } }',
    {
      input: { riskId: id, expectedVersion: version, phase: 'RESIDUAL', likelihood: 1, impact, justificationTh },
    },
  );
  expect(answer.errors).toEqual([]);
};

const trailOf = (persona: string, id: string, page = 'first: 100') =>
  registry.as(persona)(
    `query ($id: ID!) { node(id: $id) { ... on Risk { auditTrail(${page}) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${entryFields} } } } } } }`,
    { id },
  );

const trail = (persona: string, where: string, page = 'first: 100') =>
  registry.as(persona)(`{ auditTrail(${page}${where ? `, where: ${where}` : ''}) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${entryFields} } } } }`);

const momentTh = (at: string): string =>
  `เมื่อ ${thaiDate(todayInBangkok(new Date(at)))} เวลา ${thaiTime(new Date(at)).replace(':', '.')}`;

describe('the trail of a record', () => {
  it('says who changed what and when, in a sentence, with role, act and the values before and after', async () => {
    const risk = await aRisk('sample-1-editor');
    await assess('sample-1-editor', risk, 1);
    const { errors, data } = await trailOf('sample-1-approver', risk.id);
    expect(errors).toEqual([]);
    const entries = nodes(data.node.auditTrail).filter(({ act }) => act === 'assessRisk');
    const who = 'ผู้จัดทำข้อมูล สำนักงานเขตตัวอย่าง ๑';
    for (const entry of entries) {
      expect(entry).toMatchObject({
        by: `${who} · Editor, Sample District Office 1`,
        role: 'EDITOR',
        actTh: 'ประเมินความเสี่ยงโดยเพิ่มรายการในประวัติ',
        actEn: 'Assesses a risk',
        agency: { code: 'SAMPLE-1' },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
    const added = entries.find(({ entity }) => entity === 'ASSESSMENT');
    expect(added.action).toBe('CREATED');
    expect(added.summaryTh).toBe(
      `${who} เพิ่มผลการประเมินความเสี่ยงครั้งหนึ่ง ของความเสี่ยงการทุจริต ${risk.code} ${momentTh(added.at)}`,
    );
    expect(added.changes).toContainEqual({
      field: 'justificationTh',
      labelTh: 'เหตุผลประกอบ',
      labelEn: 'Justification',
      before: null,
      after: justificationTh,
    });
    expect(added.changes).toContainEqual(expect.objectContaining({ field: 'riskId', after: risk.id }));
    const levelled = entries.find(({ entity, changes }) => entity === 'RISK' && changes.length > 0);
    expect(levelled).toMatchObject({ action: 'CHANGED', nodeId: risk.id });
    expect(levelled.summaryTh).toContain(
      `${who} แก้ไขความเสี่ยงการทุจริต ${risk.code} ของทะเบียนความเสี่ยงการทุจริตของหน่วยงาน 2568: `,
    );
    expect(levelled.summaryTh).toContain('คะแนนปัจจุบัน');
    expect(levelled.summaryTh.endsWith(momentTh(levelled.at))).toBe(true);
    expect(levelled.summaryEn).toMatch(
      new RegExp(
        `^Editor, Sample District Office 1 changed risk ${risk.code} of risk register 2568: .*Current score.* in Bangkok$`,
      ),
    );
    const score = levelled.changes.find(({ field }: { field: string }) => field === 'score');
    expect(score).toMatchObject({ after: '1' });
    expect(Number(score.before)).toBeGreaterThan(1);
  });

  it('keeps the reason, and names nobody outside the agency', async () => {
    const register = nodes(
      (
        await registry.as('centre')(
          '{ riskRegisters(first: 1, where: {agency: {code: {eq: "SAMPLE-2"}}, status: {eq: SUBMITTED}}) { edges { node { id version } } } }',
        )
      ).data.riskRegisters,
    )[0];
    const returned = await registry.as('centre')(
      'mutation ($input: ReturnRiskRegisterInput!) { returnRiskRegister(input: $input) { riskRegister { status } } }',
      { input: { id: register.id, expectedVersion: register.version, comment: 'ขอให้ทบทวน' } },
    );
    expect(returned.errors).toEqual([]);
    const { data } = await registry.as('sample-2-editor')(
      `query ($id: ID!) { node(id: $id) { ... on RiskRegister { auditTrail(first: 5) { edges { node { ${entryFields} } } } } } }`,
      { id: register.id },
    );
    const changed = nodes(data.node.auditTrail).find(({ entity }) => entity === 'RISK_REGISTER');
    expect(changed).toMatchObject({ act: 'returnRiskRegister', role: 'CENTRE', by: null, reason: 'ขอให้ทบทวน' });
    expect(changed.summaryTh).toBe(`ศปท.กทม. ส่งกลับทะเบียนความเสี่ยงการทุจริตของหน่วยงาน 2569 ให้แก้ไข ${momentTh(changed.at)}`);
    expect(changed.changes).toEqual([
      { field: 'status', labelTh: 'สถานะ', labelEn: 'Life-cycle status', before: 'SUBMITTED', after: 'RETURNED' },
    ]);
  });

  it('is paged both ways without gaps, newest first', async () => {
    const { id } = await aRisk('sample-1-editor');
    const whole = (await trailOf('sample-1-editor', id)).data.node.auditTrail;
    const seqs = nodes(whole).map(({ seq }) => seq);
    expect(seqs.length).toBe(whole.totalCount);
    expect(seqs).toEqual([...seqs].sort((one, other) => other - one));
    const first = (await trailOf('sample-1-editor', id, 'first: 2')).data.node.auditTrail;
    const next = (await trailOf('sample-1-editor', id, `first: 2, after: "${first.pageInfo.endCursor}"`)).data.node
      .auditTrail;
    expect([...nodes(first), ...nodes(next)].map(({ seq }) => seq)).toEqual(seqs.slice(0, 4));
    const back = (await trailOf('sample-1-editor', id, `last: 2, before: "${next.pageInfo.startCursor}"`)).data.node
      .auditTrail;
    expect(nodes(back).map(({ seq }) => seq)).toEqual(seqs.slice(0, 2));
    const last = (await trailOf('sample-1-editor', id, 'last: 3')).data.node.auditTrail;
    expect(nodes(last).map(({ seq }) => seq)).toEqual(seqs.slice(-3));
    const odd = await trailOf('sample-1-editor', id, 'first: 2, after: "bm90IGEgY3Vyc29y"');
    expect(odd.errors[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('is as absent as the record for another agency', async () => {
    const { id } = await aRisk('sample-1-editor');
    expect((await trailOf('sample-2-editor', id)).data.node).toBeNull();
    const cursor = (await trailOf('sample-1-editor', id, 'first: 1')).data.node.auditTrail.pageInfo.endCursor;
    const other = await trail('sample-2-editor', '', `first: 100, after: "${cursor}"`);
    const codes = new Set(nodes(other.data.auditTrail).map(({ agency }) => agency.code));
    expect([...codes].filter((code) => code !== 'SAMPLE-2')).toEqual([]);
    const asked = await trail('sample-2-editor', '{agency: {code: {eq: "SAMPLE-1"}}}');
    expect(asked.data.auditTrail).toMatchObject({ totalCount: 0, edges: [] });
  });
});

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
