import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { at, done, doTo, draft, issued, line, orderById, orderNumbered } from './orders.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const asApprover = (name: string, input: Record<string, unknown>) => doTo(registry, 'sample-1-approver', name, input);
const issue = (order: { id: string; version: number }) => asApprover('issueDelegationOrder', at(order));

describe('issuing', () => {
  it('puts an order in force, notes who did it, and shows it to the centre', async () => {
    const order = await draft(registry);
    const answer = await done(asApprover('issueDelegationOrder', { ...at(order), comment: 'ตามที่เสนอ' }));
    expect(answer).toMatchObject({ status: 'IN_FORCE', version: 2, openActs: ['REVOKE', 'SUPERSEDE'] });
    expect(answer.statusChanges).toEqual([
      { act: 'ISSUE', fromStatus: 'DRAFT', toStatus: 'ISSUED', comment: 'ตามที่เสนอ', role: 'APPROVER' },
    ]);
    const seen = await registry.as('analyst')(
      'query ($id: ID!) { node(id: $id) { ... on DelegationOrder { powers { lineNo } statusChanges { act by } openActs } } }',
      { id: order.id },
    );
    expect(seen.data.node).toEqual({
      powers: [{ lineNo: 1 }],
      statusChanges: [{ act: 'ISSUE', by: null }],
      openActs: [],
    });
  });

  it('is refused with every problem at once, the same that the draft tells of, and changes nothing', async () => {
    const order = await draft(registry, {
      signedOn: null,
      signedByPositionId: null,
      powers: [
        line('DIR', 'ASST-1', { ceilingAmount: '500000.01' }),
        line('DIR', 'HEAD-ENV', { subDelegable: false }),
        line('HEAD-ENV', 'HEAD-WRK'),
      ],
    });
    const fields = [
      'signedOn',
      'signedByPositionId',
      'powers[2].delegatorId',
      'powers[0].ceilingAmount',
      'powers[2].delegatorId',
    ];
    const blocking = order.issueProblems.filter(({ isBlocking }: any) => isBlocking);
    expect(blocking.map(({ field }: any) => field)).toEqual(fields);
    expect(refusalOf(await issue(order))).toEqual(['INVALID_INPUT', ...fields]);
    expect(await orderById(registry, order.id)).toEqual(order);
  });

  it('is refused before the day of signature', async () => {
    const order = await draft(registry, { year: undefined, signedOn: '2199-01-01', effectiveFrom: '2199-01-01' });
    expect(refusalOf(await issue(order))).toEqual(['INVALID_INPUT', 'signedOn']);
  });

  it('goes on with notices: overlapping lines and an order that takes effect before it is signed', async () => {
    const order = await draft(registry, {
      signedOn: '2026-03-01',
      powers: [line('DIR', 'HEAD-FIN'), line('DIR', 'HEAD-FIN')],
    });
    expect(order.issueProblems.map(({ isBlocking, field }: any) => [isBlocking, field])).toEqual([
      [false, 'signedOn'],
      [false, 'powers[1]'],
    ]);
    expect((await done(issue(order))).status).toBe('IN_FORCE');
  });

  it('at a stale version is a conflict, of an issued order illegal, and of another agency’s not found', async () => {
    const order = await draft(registry);
    expect(refusalOf(await issue({ ...order, version: 9 }))).toEqual(['CONFLICT']);
    const after = await done(issue(order));
    expect(refusalOf(await issue(after))).toEqual(['ILLEGAL_TRANSITION']);
    expect(refusalOf(await issue(await orderNumbered(registry, '110', 'SAMPLE-2')))).toEqual(['NOT_FOUND', 'orderId']);
  });

  it('supersedes orders and takes lines back from its first day, once', async () => {
    const old = await issued(registry, { powers: [line('DIR', 'HEAD-INS')] });
    const other = await issued(registry, { powers: [line('DIR', 'HEAD-REV'), line('DIR', 'HEAD-INS')] });
    const order = await issued(registry, {
      effectiveFrom: '2026-08-01',
      powers: [line('DIR', 'HEAD-INS')],
      supersedesOrderIds: [old.id],
      revokesPowerIds: [other.powers[1].id],
    });
    expect(order.supersedes).toEqual([{ id: old.id, status: 'SUPERSEDED' }]);
    const superseded = await orderById(registry, old.id);
    expect(superseded).toMatchObject({
      status: 'SUPERSEDED',
      endedOn: '2026-08-01',
      supersededBy: { id: order.id },
      version: 3,
    });
    expect(superseded.statusChanges.map(({ act }: any) => act)).toEqual(['SUPERSEDE', 'ISSUE']);
    expect((await orderById(registry, other.id)).powers.map(({ revokedOn }: any) => revokedOn)).toEqual([
      null,
      '2026-08-01',
    ]);
    expect(refusalOf(await asApprover('revokeDelegationOrder', { ...at(superseded), reason: 'x' }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('is refused when what it would supersede has ended in the meantime', async () => {
    const old = await issued(registry);
    const order = await draft(registry, { supersedesOrderIds: [old.id] });
    await done(asApprover('revokeDelegationOrder', { ...at(old), reason: 'ทดสอบ' }));
    expect(refusalOf(await issue(order))).toEqual(['INVALID_INPUT', 'supersedesOrderIds']);
  });
});

describe('at the same time', () => {
  it('an order is issued once', async () => {
    const order = await draft(registry);
    const answers = await Promise.all(Array.from({ length: 4 }, () => issue(order)));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect((await orderById(registry, order.id)).statusChanges).toHaveLength(1);
    for (const { errors } of answers)
      if (errors[0]) expect(['CONFLICT', 'ILLEGAL_TRANSITION']).toContain(errors[0].extensions.code);
  });

  it('two orders, one of which takes away what the other passes on, are not both issued', async () => {
    const source = await issued(registry, { powers: [line('DIR', 'HEAD-WRK', { subDelegable: true })] });
    const taker = await draft(registry, {
      effectiveFrom: '2026-03-01',
      revokesPowerIds: [source.powers[0].id],
      powers: [line('DIR', 'ASST-2')],
    });
    const user = await draft(registry, { effectiveFrom: '2026-03-01', powers: [line('HEAD-WRK', 'HEAD-REG')] });
    const [taken, used] = await Promise.all([issue(taker), issue(user)]);
    expect(taken.errors).toEqual([]);
    if (used.errors.length > 0) {
      expect(refusalOf(used)).toEqual(['INVALID_INPUT', 'powers[0].delegatorId']);
      return;
    }
    // Passed on first and taken back after is in order; the other way round it is refused.
    const [last] = await registry.rows<{ orderId: string }>(
      `SELECT "orderId" FROM "StatusChange" WHERE act = 'ISSUE' ORDER BY id DESC LIMIT 1`,
    );
    expect(taker.id).toBe(encodeGlobalId('DelegationOrder', last?.orderId ?? ''));
  });
});

describe('revoking', () => {
  it('ends an order from today, or from a day between its signature and its last, and says why', async () => {
    const order = await issued(registry);
    const revoked = await done(
      asApprover('revokeDelegationOrder', { ...at(order), reason: 'ปรับโครงสร้าง', endedOn: '2026-03-01' }),
    );
    expect(revoked).toMatchObject({ status: 'REVOKED', endedOn: '2026-03-01', version: 3, openActs: [] });
    expect(revoked.statusChanges[0]).toMatchObject({ act: 'REVOKE', comment: 'ปรับโครงสร้าง', fromStatus: 'ISSUED' });
    const [entry] = await registry.rows<{ reason: string }>(
      `SELECT reason FROM "AuditEntry" WHERE act = 'revokeDelegationOrder' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry?.reason).toBe('ปรับโครงสร้าง');
    const another = await issued(registry);
    const today = await done(asApprover('revokeDelegationOrder', { ...at(another), reason: 'x' }));
    expect(today.endedOn).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date()));
  });

  it('is refused without a reason, outside the life of the order, of a draft, at a stale version', async () => {
    const order = await issued(registry, { effectiveTo: '2026-09-30' });
    const tried = async (part: Record<string, unknown>) =>
      refusalOf(await asApprover('revokeDelegationOrder', { ...at(order), reason: 'x', ...part }));
    expect(await tried({ reason: ' ', endedOn: '2026-01-04' })).toEqual(['INVALID_INPUT', 'reason', 'endedOn']);
    expect(await tried({ endedOn: '2026-10-01' })).toEqual(['INVALID_INPUT', 'endedOn']);
    expect(await tried({ endedOn: '2026-09-30', expectedVersion: 9 })).toEqual(['CONFLICT']);
    const untouched = await orderById(registry, order.id);
    expect([untouched.version, untouched.endedOn]).toEqual([2, null]);
    const open = await draft(registry);
    expect(refusalOf(await asApprover('revokeDelegationOrder', { ...at(open), reason: 'x' }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });
});
