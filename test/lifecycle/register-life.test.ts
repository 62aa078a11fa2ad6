import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type At = { id: string; version: number; status: string };

const registerOf = async (persona: string, fiscalYear: number): Promise<At> =>
  nodes(
    (
      await registry.as(persona)(
        `{ riskRegisters(first: 5, where: {agency: {code: {eq: "SAMPLE-2"}}, fiscalYear: {eq: ${fiscalYear}}}) { edges { node { id version status } } } }`,
      )
    ).data.riskRegisters,
  )[0];

const step = (persona: string, name: string, input: Record<string, unknown>, headers: Record<string, string> = {}) => {
  const type = /^(submit|revise|approve|close)/.test(name)
    ? 'RiskRegisterActInput'
    : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return registry.as(persona)(
    `mutation ($input: ${type}!) { ${name}(input: $input) { riskRegister { id status version openActs } } }`,
    { input },
    headers,
  );
};

const at = ({ id, version }: At) => ({ id, expectedVersion: version });

describe('the life of a register', () => {
  it('is returned with comments, corrected, submitted, approved, published and amended', async () => {
    const submitted = await registerOf('centre', 2569);
    expect(submitted.status).toBe('SUBMITTED');
    const risks = nodes(
      (
        await registry.as('centre')(
          `{ risks(first: 3, where: {agency: {code: {eq: "SAMPLE-2"}}, fiscalYear: {eq: 2569}}) { edges { node { id code } } } }`,
        )
      ).data.risks,
    );
    const returned = await step('centre', 'returnRiskRegister', {
      ...at(submitted),
      comment: 'ขอให้ทบทวนสาเหตุของความเสี่ยง',
      items: [{ itemId: risks[0].id, field: 'causes', text: 'สาเหตุยังไม่ชัดเจน' }],
    });
    expect(returned.errors).toEqual([]);
    expect(returned.data.returnRiskRegister.riskRegister).toMatchObject({ status: 'RETURNED', openActs: [] });

    const history = await registry.as('sample-2-editor')(
      `query ($id: ID!) { node(id: $id) { ... on RiskRegister { id version status openActs missing { code field messageTh }
        statusChanges { act comment role by reviewComments { id version field text risk { code } reply } } } } }`,
      { id: submitted.id },
    );
    expect(history.errors).toEqual([]);
    const [change] = history.data.node.statusChanges;
    expect(change).toMatchObject({ act: 'RETURN', role: 'CENTRE', by: null, comment: 'ขอให้ทบทวนสาเหตุของความเสี่ยง' });
    expect(change.reviewComments).toMatchObject([{ field: 'causes', risk: { code: risks[0].code }, reply: null }]);
    expect(history.data.node.openActs).toEqual(['REVISE']);

    const replied = await registry.as('sample-2-editor')(
      'mutation ($input: ReplyToReviewCommentInput!) { replyToReviewComment(input: $input) { comment { reply } } }',
      {
        input: {
          commentId: change.reviewComments[0].id,
          expectedVersion: change.reviewComments[0].version,
          reply: 'แก้ไขแล้ว',
        },
      },
    );
    expect(replied.data?.replyToReviewComment.comment.reply).toBe('แก้ไขแล้ว');

    const revised = await step('sample-2-editor', 'reviseRiskRegister', at(history.data.node));
    expect(revised.data?.reviseRiskRegister.riskRegister.status).toBe('DRAFT');
    const hidden = await registry.as('centre')('query ($id: ID!) { node(id: $id) { id } }', { id: submitted.id });
    expect(hidden.data.node).toBeNull();

    expect(history.data.node.missing.map(({ code }: { code: string }) => code)).toEqual(['TAKE_WITHOUT_ACCEPTANCE']);
    const again = await step(
      'sample-2-approver',
      'submitRiskRegister',
      at(revised.data.reviseRiskRegister.riskRegister),
    );
    expect(again.errors).toEqual([]);
    const approved = await step('centre', 'approveRiskRegister', at(again.data.submitRiskRegister.riskRegister));
    expect(approved.data?.approveRiskRegister.riskRegister.status).toBe('APPROVED');
    const analyst = await registry.as('analyst')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { risks(first: 3) { totalCount edges { node { mitigations { status } } } } } } }',
      { id: submitted.id },
    );
    expect(analyst.data.node.risks.totalCount).toBeGreaterThan(0);

    const published = await step(
      'sample-2-approver',
      'publishRiskRegister',
      at(approved.data.approveRiskRegister.riskRegister),
      {
        'idempotency-key': 'publish-1',
      },
    );
    expect(published.errors).toEqual([]);
    const replay = await step(
      'sample-2-approver',
      'publishRiskRegister',
      at(approved.data.approveRiskRegister.riskRegister),
      {
        'idempotency-key': 'publish-1',
      },
    );
    expect(replay.data).toEqual(published.data);

    const open = await registry.public(
      '{ editions(first: 5) { totalCount edges { node { number kind fiscalYear contentHash content address agency { code } } } } }',
    );
    expect(open.errors).toEqual([]);
    const [edition] = nodes(open.data.editions);
    expect(edition).toMatchObject({ number: 1, kind: 'RISK_REGISTER', fiscalYear: 2569, agency: { code: 'SAMPLE-2' } });
    expect(createHash('sha256').update(edition.content).digest('hex')).toBe(edition.contentHash);

    const amended = await step('sample-2-approver', 'amendRiskRegister', {
      ...at(published.data.publishRiskRegister.riskRegister),
      reason: 'ปรับตามโครงสร้างใหม่',
    });
    expect(amended.data?.amendRiskRegister.riskRegister.status).toBe('DRAFT');
    const changes = await registry.as('sample-2-editor')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { changes(sinceEdition: 1) { place field } } } }',
      { id: submitted.id },
    );
    expect(changes.errors).toEqual([]);
    expect(changes.data.node.changes).toEqual([]);
  });

  it('goes only where the table leads, and says where it is', async () => {
    const approved = await registerOf('sample-2-approver', 2568);
    const refused = await step('sample-2-approver', 'submitRiskRegister', at(approved));
    expect(refused.errors[0]).toMatchObject({ extensions: { code: 'ILLEGAL_TRANSITION' } });
    expect(refused.errors[0]?.message).toContain('APPROVED');
    const stale = await step('sample-2-approver', 'publishRiskRegister', { ...at(approved), expectedVersion: 99 });
    expect(stale.errors[0]?.extensions.code).toBe('CONFLICT');
  });
});
