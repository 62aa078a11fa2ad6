import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { at, done, doTo, draft, draftInput, issued, line, orderById, orderNumbered, position } from './orders.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const asEditor = (name: string, input: Record<string, unknown>) => doTo(registry, 'sample-1-editor', name, input);
const absent = (type: string) => encodeGlobalId(type, '00000000-0000-7000-8000-00000000dead');
const count = async () =>
  (await registry.as('sample-1-viewer')('{ delegationOrders(first: 1) { totalCount } }')).data.delegationOrders
    .totalCount;

describe('a draft', () => {
  it('keeps what is said of it, numbers its lines and says what an editor may do', async () => {
    const order = await draft(registry, {
      orderNo: ' ๔๐๑ ',
      legalBasisTh: 'พ.ร.บ. ระเบียบบริหารราชการกรุงเทพมหานคร',
      effectiveTo: '2026-12-31',
      powers: [line('DIR', 'ASST-1', { subDelegable: true }), line('DIR', 'HEAD-REG', { ceilingAmount: '๕๐๐๐๐' })],
    });
    expect(order).toMatchObject({ orderNo: '401', year: 2569, status: 'DRAFT', version: 1, effectiveTo: '2026-12-31' });
    expect(order.powers).toMatchObject([
      { lineNo: 1, ceilingAmount: '200000.00', subDelegable: true, delegate: { code: 'ASST-1' } },
      { lineNo: 2, ceilingAmount: '50000.00', subDelegable: false, delegate: { code: 'HEAD-REG' } },
    ]);
    expect([order.openActs, order.issueProblems, order.statusChanges]).toEqual([[], [], []]);
    const { data } = await registry.as('sample-1-approver')(
      'query ($id: ID!) { node(id: $id) { ... on DelegationOrder { openActs } } }',
      { id: order.id },
    );
    expect(data.node.openActs).toEqual(['ISSUE']);
  });

  it('is seen by its agency alone', async () => {
    const { id } = await draft(registry);
    for (const persona of ['centre', 'analyst', 'sample-2-approver'])
      expect((await registry.as(persona)('query ($id: ID!) { node(id: $id) { id } }', { id })).data.node).toBeNull();
  });

  it('is refused with everything that is wrong with it at once, and nothing is kept', async () => {
    const before = await count();
    const answer = await asEditor('draftDelegationOrder', {
      orderNo: ' ',
      year: 2026,
      titleTh: 'ก'.repeat(501),
      effectiveFrom: '2026-02-01',
      effectiveTo: '2026-01-31',
      legalBasisTh: 'ก'.repeat(4001),
      powers: [
        line('DIR', 'DIR', { ceilingAmount: '-1', subjectTh: '' }),
        line('DIR', 'ASST-1', { conditionsTh: 'ก'.repeat(4001) }),
      ],
      revokesPowerIds: [],
    });
    expect(refusalOf(answer)).toEqual([
      'INVALID_INPUT',
      'orderNo',
      'year',
      'titleTh',
      'effectiveTo',
      'legalBasisTh',
      'powers[0].delegateId',
      'powers[0].subjectTh',
      'powers[0].ceilingAmount',
      'powers[1].conditionsTh',
    ]);
    expect(answer.text).toContain('2026 CE is 2569');
    expect(refusalOf(await asEditor('draftDelegationOrder', draftInput({ year: 1800, signedOn: null })))).toEqual([
      'INVALID_INPUT',
      'year',
    ]);
    expect(await count()).toBe(before);
  });

  it('takes no number that an order of its year has, in Thai digits or Arabic', async () => {
    expect(
      refusalOf(await asEditor('draftDelegationOrder', draftInput({ orderNo: '๑๑๘', year: 2568, signedOn: null }))),
    ).toEqual(['INVALID_INPUT', 'orderNo']);
    const other = await draft(registry, { orderNo: '57' });
    const edited = await asEditor('editDelegationOrder', { ...at(other), signedOn: '2024-12-31' });
    expect(refusalOf(edited)).toEqual(['INVALID_INPUT', 'orderNo']);
    expect(edited.errors[0]?.extensions.fields[0].code).toBe('NUMBER_TAKEN');
    const both = await Promise.all([1, 2].map(() => asEditor('draftDelegationOrder', draftInput({ orderNo: '777' }))));
    expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it('refers to nothing that its agency does not have', async () => {
    const tried = async (part: Record<string, unknown>) =>
      refusalOf(await asEditor('draftDelegationOrder', draftInput(part)));
    const foreign = await orderNumbered(registry, '118', 'SAMPLE-2');
    for (const id of [position('DIR', 'SAMPLE-2'), absent('Position')]) {
      expect(await tried({ signedByPositionId: id })).toEqual(['NOT_FOUND', 'signedByPositionId']);
      expect(await tried({ powers: [line('DIR', 'ASST-1'), line('DIR', 'ASST-2', { delegateId: id })] })).toEqual([
        'NOT_FOUND',
        'powers[1].delegateId',
      ]);
    }
    for (const id of [foreign.powers[0].id, absent('DelegatedPower')])
      expect(await tried({ revokesPowerIds: [id] })).toEqual(['NOT_FOUND', 'revokesPowerIds[0]']);
    for (const id of [foreign.id, absent('DelegationOrder')])
      expect(await tried({ supersedesOrderIds: [id] })).toEqual(['NOT_FOUND', 'supersedesOrderIds[0]']);
  });
});

describe('what a draft means to take back', () => {
  it('is noted, not done, stays when it is left out of an edit, and can be let go', async () => {
    const old = await issued(registry);
    const successor = await draft(registry, { revokesPowerIds: [old.powers[0].id], supersedesOrderIds: [old.id] });
    expect(successor.powersRevoked).toEqual([{ id: old.powers[0].id, revokedOn: null }]);
    expect(successor.supersedes).toEqual([{ id: old.id, status: 'IN_FORCE' }]);
    expect(await orderById(registry, old.id)).toMatchObject({ status: 'IN_FORCE', supersededBy: { id: successor.id } });
    const seen = await registry.as('centre')(
      'query ($id: ID!) { node(id: $id) { ... on DelegationOrder { supersededBy { id } powers { revokedOn revokedByOrder { id } } } } }',
      { id: old.id },
    );
    expect(seen.data.node).toEqual({ supersededBy: null, powers: [{ revokedOn: null, revokedByOrder: null }] });

    const edited = await done(
      asEditor('editDelegationOrder', { ...at(successor), titleTh: 'ใหม่', supersedesOrderIds: null }),
    );
    expect([edited.powersRevoked.length, edited.supersedes.length]).toEqual([1, 0]);
    const rival = await asEditor('draftDelegationOrder', draftInput({ revokesPowerIds: [old.powers[0].id] }));
    expect(refusalOf(rival)).toEqual(['INVALID_INPUT', 'revokesPowerIds[0]']);
    await done(asEditor('discardDelegationOrder', at(edited)));
    expect(await draft(registry, { revokesPowerIds: [old.powers[0].id] })).toMatchObject({
      powersRevoked: [{ revokedOn: null }],
    });
  });

  it('is in force: neither a draft, nor what has ended', async () => {
    const other = await draft(registry);
    const fines = await orderNumbered(registry, '118');
    const revoked = await orderNumbered(registry, '9');
    const answer = await asEditor(
      'draftDelegationOrder',
      draftInput({
        revokesPowerIds: [other.powers[0].id, fines.powers[5].id, revoked.powers[0].id],
        supersedesOrderIds: [other.id, revoked.id],
      }),
    );
    expect(refusalOf(answer)).toEqual([
      'INVALID_INPUT',
      'revokesPowerIds[0]',
      'revokesPowerIds[1]',
      'revokesPowerIds[2]',
      'supersedesOrderIds[0]',
      'supersedesOrderIds[1]',
    ]);
  });
});

describe('an edit', () => {
  it('leaves what is absent, empties what is null and replaces lines as a whole', async () => {
    const order = await draft(registry, { legalBasisTh: 'ฐาน', effectiveTo: '2026-12-31' });
    const edited = await done(
      asEditor('editDelegationOrder', { ...at(order), effectiveTo: null, signedOn: '2026-01-06' }),
    );
    expect(edited).toMatchObject({ version: 2, effectiveTo: null, legalBasisTh: 'ฐาน', signedOn: '2026-01-06' });
    expect(edited.powers).toHaveLength(1);
    const emptied = await done(asEditor('editDelegationOrder', { ...at(edited), powers: null, legalBasisTh: null }));
    expect(emptied).toMatchObject({ legalBasisTh: null, powers: [] });
    expect(emptied.version).toBeGreaterThan(edited.version);
    expect(emptied.issueProblems).toMatchObject([{ isBlocking: true, field: 'powers' }]);
  });

  it('refuses what is wrong, a stale version, an issued order and one of another agency, and changes nothing', async () => {
    const order = await draft(registry);
    const wrong = await asEditor('editDelegationOrder', {
      ...at(order),
      orderNo: ' ',
      year: 2570,
      kind: null,
      titleTh: null,
      effectiveFrom: null,
      effectiveTo: '2026-01-31',
    });
    expect(refusalOf(wrong)).toEqual([
      'INVALID_INPUT',
      'orderNo',
      'year',
      'titleTh',
      'effectiveFrom',
      'kind',
      'effectiveTo',
    ]);
    expect(
      refusalOf(await asEditor('editDelegationOrder', { ...at(order), expectedVersion: 7, titleTh: 'x' })),
    ).toEqual(['CONFLICT']);
    expect(await orderById(registry, order.id)).toEqual(order);
    const inForce = await orderNumbered(registry, '118');
    const foreign = await orderNumbered(registry, '110', 'SAMPLE-2');
    for (const name of ['editDelegationOrder', 'discardDelegationOrder']) {
      expect(refusalOf(await asEditor(name, at(inForce)))).toEqual(['ILLEGAL_TRANSITION']);
      for (const id of [foreign.id, absent('DelegationOrder')])
        expect(refusalOf(await asEditor(name, { orderId: id, expectedVersion: 1 }))).toEqual(['NOT_FOUND', 'orderId']);
    }
  });
});

describe('a draft order', () => {
  it('is discarded with its lines, at the version that the user saw', async () => {
    const order = await draft(registry);
    expect(refusalOf(await asEditor('discardDelegationOrder', { ...at(order), expectedVersion: 2 }))).toEqual([
      'CONFLICT',
    ]);
    expect(await done(asEditor('discardDelegationOrder', at(order)))).toEqual({ code: 'SAMPLE-1' });
    expect(await orderById(registry, order.id)).toBeNull();
  });

  it('is made of an older order, without its dates and without the lines taken back', async () => {
    const source = await orderNumbered(registry, '118');
    const input = { orderId: source.id, orderNo: '402', year: 2570, effectiveFrom: '2027-01-01' };
    const copy = await done(asEditor('copyDelegationOrder', input));
    expect(copy).toMatchObject({
      status: 'DRAFT',
      orderNo: '402',
      year: 2570,
      titleTh: source.titleTh,
      signedOn: null,
    });
    expect(copy.powers.map(({ lineNo }: any) => lineNo)).toEqual([1, 2, 3, 4, 5]);
    expect(copy.powers[3]).toMatchObject({ verb: 'APPROVE', ceilingAmount: '500000.00', subDelegable: true });
    expect(copy.issueProblems.filter(({ isBlocking }: any) => isBlocking).map(({ field }: any) => field)).toEqual([
      'signedOn',
    ]);
    expect(copy.issueProblems.filter(({ isBlocking }: any) => !isBlocking)).toHaveLength(5);
    const wrong = { ...input, orderNo: '402', effectiveTo: '2026-12-31' };
    expect(refusalOf(await asEditor('copyDelegationOrder', wrong))).toEqual([
      'INVALID_INPUT',
      'effectiveTo',
      'orderNo',
    ]);
    const foreign = await orderNumbered(registry, '118', 'SAMPLE-2');
    expect(refusalOf(await asEditor('copyDelegationOrder', { ...input, orderId: foreign.id }))).toEqual([
      'NOT_FOUND',
      'orderId',
    ]);
  });
});
