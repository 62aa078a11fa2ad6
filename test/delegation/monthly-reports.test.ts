import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { done, draft, issued, line, orderNumbered, position } from './orders.ts';
import { reportAsEditor, reportsExpected, useOf } from './reports.ts';

let registry: Registry;
let order: any;
beforeAll(async () => {
  registry = await startRegistry();
  order = await issued(registry, {
    effectiveFrom: '2026-02-15',
    effectiveTo: '2026-04-01',
    powers: [line('DIR', 'ASST-1'), line('DIR', 'ASST-2')],
  });
});
afterAll(async () => registry.stop());

const asEditor = (name: string, input: Record<string, unknown>) => reportAsEditor(registry, name, input);
const use = (part: Record<string, unknown> = {}) => useOf(order.powers[0].id, part);
const filing = (part: Record<string, unknown> = {}) => ({
  orderId: order.id,
  delegateId: position('ASST-1'),
  month: '2026-02-20',
  uses: [use()],
  ...part,
});
const expected = (id: string, until?: string) => reportsExpected(registry, id, until);
const statesOf = (reports: any[]) =>
  reports.map(({ month, state, delegate }) => `${month.slice(0, 7)} ${delegate.code} ${state}`).sort();

describe('monthly reports', () => {
  it('are expected of every delegate for every month with a day in force, and missing until they are filed', async () => {
    expect(statesOf(await expected(order.id))).toEqual([
      '2026-02 ASST-1 MISSING',
      '2026-02 ASST-2 MISSING',
      '2026-03 ASST-1 MISSING',
      '2026-03 ASST-2 MISSING',
      '2026-04 ASST-1 MISSING',
      '2026-04 ASST-2 MISSING',
    ]);
    expect(statesOf(await expected(order.id, '2026-02-15'))).toHaveLength(2);
    expect(await expected(order.id, '2026-02-14')).toEqual([]);
    expect((await expected(order.id))[0].dueOn).toBe('2026-03-10');
    expect((await expected((await draft(registry)).id)).length).toBe(0);
    expect(await expected(order.id, '2199-01-01')).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'until' }],
    });
  });

  it('are filed as of today, late when they are, once a month', async () => {
    const filed = await done(asEditor('fileMonthlyReport', filing({ remarksTh: ' ไม่มี ' })));
    expect(filed).toMatchObject({ month: '2026-02-01', dueOn: '2026-03-10', state: 'FILED_LATE', remarksTh: 'ไม่มี' });
    expect(filed).toMatchObject({ notUsed: false, provisionalOn: null, recipient: { code: 'DIR' } });
    expect(filed.uses).toMatchObject([{ count: 2, totalAmount: '3000.50', maxAmount: '2000.00', exceptionsTh: null }]);
    const [first] = (await expected(order.id)).filter(({ report }: any) => report !== null);
    expect(first).toMatchObject({ month: '2026-02-01', state: 'FILED_LATE', report: { id: filed.id } });
    expect(refusalOf(await asEditor('fileMonthlyReport', filing()))).toEqual(['INVALID_INPUT', 'month']);
  });

  it('say that no power was used, or name the uses: not both, and not neither', async () => {
    const about = { delegateId: position('ASST-2'), month: '2026-02-01' };
    const codeOf = async (part: Record<string, unknown>) =>
      (await asEditor('fileMonthlyReport', filing({ ...about, ...part }))).errors[0]?.extensions.fields.map(
        ({ field, code }: any) => `${field} ${code}`,
      );
    const uses = [use({ powerId: order.powers[1].id })];
    expect(await codeOf({ uses, notUsed: true })).toEqual(['notUsed USED_ALL_THE_SAME']);
    expect(await codeOf({ uses: undefined })).toEqual(['uses NOTHING_SAID_OF_USE']);
    const unused = await done(asEditor('fileMonthlyReport', filing({ ...about, uses: undefined, notUsed: true })));
    expect(unused).toMatchObject({ notUsed: true, uses: [] });
    const correct = (part: Record<string, unknown>) =>
      asEditor('correctMonthlyReport', { reportId: unused.id, expectedVersion: unused.version, ...part });
    expect(refusalOf(await correct({ notUsed: false }))).toEqual(['INVALID_INPUT', 'uses']);
    expect(await done(correct({ uses }))).toMatchObject({ notUsed: false, uses: [{ count: 2 }] });
  });

  it('name who receives them: the delegator, or another position of the agency that does not report itself', async () => {
    const about = { delegateId: position('ASST-2'), month: '2026-03-01', uses: [] };
    const tried = async (recipientId: string) =>
      refusalOf(await asEditor('fileMonthlyReport', filing({ ...about, recipientId })));
    expect(await tried(position('ASST-2'))).toEqual(['INVALID_INPUT', 'recipientId']);
    expect(await tried(position('DIR', 'SAMPLE-2'))).toEqual(['NOT_FOUND', 'recipientId']);
    const filed = await done(asEditor('fileMonthlyReport', filing({ ...about, recipientId: position('HEAD-FIN') })));
    expect(filed).toMatchObject({ recipient: { code: 'HEAD-FIN' }, notUsed: true });
    const corrected = await done(
      asEditor('correctMonthlyReport', {
        reportId: filed.id,
        expectedVersion: filed.version,
        recipientId: position('DIR'),
      }),
    );
    expect(corrected.recipient).toEqual({ code: 'DIR' });
  });

  it('take the place of a gap that was noted, whoever comes first', async () => {
    const sample = await orderNumbered(registry, '118');
    const { data } = await registry.as('sample-1-viewer')(
      'query ($id: ID!) { node(id: $id) { ... on DelegationOrder { monthlyReports { id month filedOn delegate { id } } powers { id delegate { id } } } } }',
      { id: sample.id },
    );
    const gaps = data.node.monthlyReports.filter(({ filedOn }: any) => filedOn === null);
    const gap = gaps[0];
    if (!gap) throw new Error('The sample agency has a gap in its reports.');
    const input = { orderId: sample.id, delegateId: gap.delegate.id, month: gap.month, uses: [] };
    const answers = await Promise.all([1, 2].map(() => asEditor('fileMonthlyReport', input)));
    expect(
      answers.filter(({ errors }) => errors.length === 0).map((each) => each.data.fileMonthlyReport.monthlyReport.id),
    ).toEqual([gap.id]);
  });

  it('tell of a use above the ceiling or after the end of the order all the same', async () => {
    const above = await done(
      asEditor(
        'fileMonthlyReport',
        filing({
          month: '2026-03-01',
          uses: [use({ totalAmount: '900000', maxAmount: '900000', exceptionsTh: 'เร่งด่วน' })],
        }),
      ),
    );
    expect(above.uses[0]).toMatchObject({ maxAmount: '900000.00', exceptionsTh: 'เร่งด่วน' });
    expect(await done(asEditor('fileMonthlyReport', filing({ month: '2026-06-01' })))).toMatchObject({
      month: '2026-06-01',
    });
  });

  it('are refused with everything that is wrong at once, and nothing is kept', async () => {
    const before = await expected(order.id);
    const wrong = await asEditor(
      'fileMonthlyReport',
      filing({
        month: '2026-01-31',
        delegateId: position('HEAD-REG'),
        remarksTh: 'ก'.repeat(4001),
        uses: [
          use(),
          use({ powerId: order.powers[1].id, count: -1, totalAmount: '-1', maxAmount: '0' }),
          use({ count: 0, exceptionsTh: 'ก'.repeat(4001) }),
        ],
      }),
    );
    const [code, ...fields] = refusalOf(wrong);
    expect(code).toBe('INVALID_INPUT');
    expect(new Set(fields)).toEqual(
      new Set([
        'month',
        'delegateId',
        'uses[2].exceptionsTh',
        'uses[0].powerId',
        'uses[1].powerId',
        'uses[1].count',
        'uses[1].totalAmount',
        'uses[1].maxAmount',
        'uses[2].powerId',
        'uses[2].totalAmount',
        'uses[2].maxAmount',
        'remarksTh',
      ]),
    );
    const tried = async (part: Record<string, unknown>) => refusalOf(await asEditor('fileMonthlyReport', filing(part)));
    expect(await tried({ month: '2199-01-01' })).toEqual(['INVALID_INPUT', 'month']);
    expect(await tried({ delegateId: position('DIR', 'SAMPLE-2') })).toEqual(['NOT_FOUND', 'delegateId']);
    expect(await tried({ orderId: (await orderNumbered(registry, '118', 'SAMPLE-2')).id })).toEqual([
      'NOT_FOUND',
      'orderId',
    ]);
    expect(await tried({ orderId: (await draft(registry)).id })).toEqual(['ILLEGAL_TRANSITION']);
    expect(await expected(order.id)).toEqual(before);
  });

  it('are corrected at the version that the user saw; the day of filing stays', async () => {
    const filed = await done(asEditor('fileMonthlyReport', filing({ month: '2026-04-01', remarksTh: 'เดิม' })));
    const correction = {
      reportId: filed.id,
      expectedVersion: filed.version,
      uses: [use({ count: 1, totalAmount: '5', maxAmount: '5' })],
    };
    const corrected = await done(asEditor('correctMonthlyReport', correction));
    expect(corrected).toMatchObject({
      version: 2,
      filedOn: filed.filedOn,
      remarksTh: 'เดิม',
      uses: [{ count: 1, totalAmount: '5.00' }],
    });
    expect(refusalOf(await asEditor('correctMonthlyReport', correction))).toEqual(['CONFLICT']);
    const wrong = {
      reportId: filed.id,
      expectedVersion: 2,
      uses: [use({ maxAmount: '9999' })],
      remarksTh: 'ก'.repeat(4001),
    };
    expect(refusalOf(await asEditor('correctMonthlyReport', wrong))).toEqual([
      'INVALID_INPUT',
      'uses[0].maxAmount',
      'remarksTh',
    ]);
    const emptied = await done(
      asEditor('correctMonthlyReport', { reportId: filed.id, expectedVersion: 2, remarksTh: null }),
    );
    expect(emptied).toMatchObject({ remarksTh: null, uses: [{ count: 1 }] });
  });

  it('that were not filed, or are another agency’s, are not corrected', async () => {
    const idOf = async (agency: string, isFiled: boolean) => {
      const { data } = await registry.as(`${agency}-viewer`)(
        '{ delegationOrders(first: 20) { edges { node { monthlyReports { id filedOn } } } } }',
      );
      const all = data.delegationOrders.edges.flatMap(({ node }: any) => node.monthlyReports);
      return all.find(({ filedOn }: any) => (filedOn !== null) === isFiled).id;
    };
    const gap = await asEditor('correctMonthlyReport', { reportId: await idOf('sample-1', false), expectedVersion: 1 });
    expect(refusalOf(gap)).toEqual(['ILLEGAL_TRANSITION']);
    const foreign = await asEditor('correctMonthlyReport', {
      reportId: await idOf('sample-2', true),
      expectedVersion: 1,
    });
    expect(refusalOf(foreign)).toEqual(['NOT_FOUND', 'reportId']);
  });

  it('of the sample agencies lack only what was meant to be missing', async () => {
    const { data } = await registry.as('sample-2-viewer')(
      '{ delegationOrders(first: 20) { edges { node { orderNo monthlyReports { filedOn notUsed recipient { code } uses { count } } reportsExpected(until: "2026-10-31") { state report { id } } } } } }',
    );
    for (const { node } of data.delegationOrders.edges) {
      const gaps = node.monthlyReports.filter(({ filedOn }: any) => filedOn === null).length;
      const missing = node.reportsExpected.filter(({ report }: any) => report === null).length;
      expect([node.orderNo, missing]).toEqual([node.orderNo, gaps]);
      // What was filed says whether anything was used, and who received it.
      for (const { filedOn, notUsed, recipient, uses } of node.monthlyReports)
        expect([notUsed, recipient !== null]).toEqual(
          filedOn === null ? [null, false] : [uses.every(({ count }: any) => count === 0), true],
        );
    }
  });
});
