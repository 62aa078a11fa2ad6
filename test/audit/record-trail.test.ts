import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { aRisk, assess, entryFields, justificationTh, momentTh, trailAt } from './entries.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const trail = trailAt(() => registry);
const trailOf = (persona: string, id: string, page = 'first: 100') =>
  registry.as(persona)(
    `query ($id: ID!) { node(id: $id) { ... on Risk { auditTrail(${page}) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${entryFields} } } } } } }`,
    { id },
  );

describe('the trail of a record', () => {
  it('says who changed what and when, in a sentence, with role, act and the values before and after', async () => {
    const risk = await aRisk(registry, 'sample-1-editor');
    await assess(registry, 'sample-1-editor', risk, 1);
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
    const { id } = await aRisk(registry, 'sample-1-editor');
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
    const { id } = await aRisk(registry, 'sample-1-editor');
    expect((await trailOf('sample-2-editor', id)).data.node).toBeNull();
    const cursor = (await trailOf('sample-1-editor', id, 'first: 1')).data.node.auditTrail.pageInfo.endCursor;
    const other = await trail('sample-2-editor', '', `first: 100, after: "${cursor}"`);
    const codes = new Set(nodes(other.data.auditTrail).map(({ agency }) => agency.code));
    expect([...codes].filter((code) => code !== 'SAMPLE-2')).toEqual([]);
    const asked = await trail('sample-2-editor', '{agency: {code: {eq: "SAMPLE-1"}}}');
    expect(asked.data.auditTrail).toMatchObject({ totalCount: 0, edges: [] });
  });
});
