import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { at, done, doTo, draft, draftInput, issued, line, orderById, position } from './orders.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const asApprover = (name: string, input: Record<string, unknown>) => doTo(registry, 'sample-1-approver', name, input);
const issue = (order: { id: string; version: number }, part: Record<string, unknown> = {}) =>
  asApprover('issueDelegationOrder', { ...at(order), ...part });
const codesOf = ({ errors }: Awaited<ReturnType<typeof issue>>) =>
  errors[0]?.extensions.fields?.map(({ code }: { code: string }) => code);
const may = async (code: string, on: string) => {
  const { data } = await registry.as('sample-1-viewer')(
    'query ($position: ID!, $on: Date) { authority(agencyCode: "SAMPLE-1", position: $position, verb: APPROVE, processArea: ALLOWANCE_CLAIM, on: $on) { may } }',
    { position: position(code), on },
  );
  return data.authority.may;
};

async function recordActing(part: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const { data, errors } = await registry.as('sample-1-agency-admin')(
    'mutation ($input: RecordActingAppointmentInput!) { recordActingAppointment(input: $input) { actingAppointment { id version } } }',
    {
      input: {
        positionId: position('HEAD-REG'),
        actsForId: position('DIR'),
        capacity: 'ACTING',
        validFrom: '2026-05-04',
        validTo: '2026-05-08',
        basisTh: 'คำสั่งกรุงเทพมหานคร',
        ...part,
      },
    },
  );
  expect(errors).toEqual([]);
  return data.recordActingAppointment.actingAppointment;
}

describe('an order that gives away what its signer does not hold', () => {
  it('is not issued when the head of a section signs away the power of the director, and nobody gets it', async () => {
    const order = await draft(registry, {
      signedByPositionId: position('HEAD-FIN'),
      powers: [line('DIR', 'HEAD-INS')],
    });
    expect(order.issueProblems).toMatchObject([{ code: 'SIGNER_NOT_DELEGATOR', isBlocking: true }]);
    const refused = await issue(order);
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'signedByPositionId']);
    expect(codesOf(refused)).toEqual(['SIGNER_NOT_DELEGATOR']);
    expect(refused.errors[0]?.message).toContain('Source: State Administration Act B.E. 2534, section 38');
    expect(await orderById(registry, order.id)).toEqual(order);
    expect(await may('HEAD-INS', '2026-03-01')).toBe(false);
  });

  it('is issued when the director signs the same', async () => {
    const order = await issued(registry, { powers: [line('DIR', 'HEAD-INS')] });
    expect(order).toMatchObject({ status: 'IN_FORCE', signedUnder: null });
    expect(await may('HEAD-INS', '2026-03-01')).toBe(true);
  });

  it('is not issued with two delegators, though each holds what it gives', async () => {
    await issued(registry, { powers: [line('DIR', 'ASST-2', { subDelegable: true })] });
    const order = await draft(registry, { powers: [line('DIR', 'HEAD-ENV'), line('ASST-2', 'HEAD-WRK')] });
    const refused = await issue(order);
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'signedByPositionId', 'powers[1].delegatorId']);
    expect(codesOf(refused)).toEqual(['SIGNER_NOT_DELEGATOR', 'TWO_DELEGATORS']);
  });

  it('is not issued in the database either, whatever the application lets pass', async () => {
    const { orderNo } = await draft(registry, { signedByPositionId: position('HEAD-FIN') });
    await expect(
      registry.rows(`UPDATE "DelegationOrder" SET status = 'ISSUED' WHERE "orderNo" = '${orderNo}'`),
    ).rejects.toThrow('not signed by whoever delegates');
  });
});

describe('an order that takes back what its signer did not give', () => {
  it('is not issued when the head of a section ends what the director delegated, by line or as a whole', async () => {
    const source = await issued(registry, { powers: [line('DIR', 'ASST-1', { subDelegable: true })] });
    const own = { powers: [line('ASST-1', 'HEAD-REV')] };
    for (const part of [{ revokesPowerIds: [source.powers[0].id] }, { supersedesOrderIds: [source.id] }]) {
      // What it passes on it holds by another line.
      await issued(registry, { powers: [line('DIR', 'ASST-1', { subDelegable: true })] });
      const order = await draft(registry, { ...own, ...part });
      const refused = await issue(order);
      expect([refusalOf(refused), codesOf(refused)]).toEqual([
        ['INVALID_INPUT', Object.keys(part)[0]],
        ['TAKES_BACK_OF_OTHERS'],
      ]);
      await done(doTo(registry, 'sample-1-editor', 'discardDelegationOrder', at(order)));
    }
    expect((await orderById(registry, source.id)).status).toBe('IN_FORCE');
  });

  it('is issued when the head of the agency signs: the director ends what a deputy passed on', async () => {
    await issued(registry, { powers: [line('DIR', 'ASST-2', { subDelegable: true })] });
    const passed = await issued(registry, { powers: [line('ASST-2', 'HEAD-WRK')] });
    const order = await issued(registry, { powers: [line('DIR', 'HEAD-FIN')], supersedesOrderIds: [passed.id] });
    expect(order.supersedes).toEqual([{ id: passed.id, status: 'SUPERSEDED' }]);
  });
});

describe('an order signed by who stands in for the delegator', () => {
  it('is issued on the days of the appointment, keeps it, and keeps it from ending before the signature', async () => {
    const appointment = await recordActing();
    const signed = { signedByPositionId: position('HEAD-REG'), effectiveFrom: '2026-05-11' };
    const late = await draft(registry, { ...signed, signedOn: '2026-05-09' });
    expect(codesOf(await issue(late))).toEqual(['SIGNER_NOT_DELEGATOR']);
    const order = await issued(registry, { ...signed, signedOn: '2026-05-08' });
    expect(order).toMatchObject({ status: 'IN_FORCE', signedUnder: { id: appointment.id } });

    const open = await recordActing({ validFrom: '2026-06-01', validTo: null });
    await issued(registry, { ...signed, signedOn: '2026-06-10' });
    const end = (validTo: string) =>
      registry.as('sample-1-agency-admin')(
        'mutation ($input: EndActingAppointmentInput!) { endActingAppointment(input: $input) { actingAppointment { validTo } } }',
        { input: { appointmentId: open.id, expectedVersion: open.version, validTo } },
      );
    const refused = await end('2026-06-09');
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'validTo']);
    expect(codesOf(refused)).toEqual(['ORDER_SIGNED_LATER']);
    expect((await end('2026-06-10')).errors).toEqual([]);
  });

  it('is issued by who acts on its behalf, too', async () => {
    const { id } = await recordActing({ positionId: position('HEAD-ENV'), capacity: 'ON_BEHALF' });
    const order = await issued(registry, { signedByPositionId: position('HEAD-ENV'), signedOn: '2026-05-06' });
    expect(order.signedUnder).toEqual({ id });
  });
});

describe('the number and year of an order', () => {
  it('are given when it is issued: a draft has none, and the year is the calendar year of the signature', async () => {
    const order = await draft(registry, { orderNo: undefined, year: undefined, signedOn: '2025-12-31' });
    expect(order).toMatchObject({ orderNo: null, year: 2568 });
    expect(order.issueProblems[0]).toMatchObject({ code: 'NO_NUMBER', isBlocking: false });
    const refused = await issue(order);
    expect(codesOf(refused)).toEqual(['NO_NUMBER']);
    expect(refused.errors[0]?.message).toContain('Regulation on Correspondence B.E. 2526, clause 16');
    const numbered = await done(issue(order, { orderNo: '๑๔๒' }));
    expect(numbered).toMatchObject({ status: 'IN_FORCE', orderNo: '142', year: 2568 });
  });

  it('are taken once in a calendar year, also when two are issued at once', async () => {
    const [one, other, earlier] = [
      await draft(registry, { orderNo: null, year: null }),
      await draft(registry, { orderNo: null, year: null }),
      await draft(registry, { orderNo: null, year: null, signedOn: '2025-12-30' }),
    ];
    const answers = await Promise.all([one, other].map((order) => issue(order, { orderNo: '555' })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const third = await draft(registry, { orderNo: null });
    expect(codesOf(await issue(third, { orderNo: '๕๕๕' }))).toEqual(['NUMBER_TAKEN']);
    expect((await done(issue(earlier, { orderNo: '555' }))).year).toBe(2568);
  });

  it('follow the date of signature, and another year is refused', async () => {
    const refused = await doTo(registry, 'sample-1-editor', 'draftDelegationOrder', draftInput({ year: 2568 }));
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'year']);
    expect(codesOf(refused)).toEqual(['YEAR_NOT_OF_SIGNATURE']);
    const order = await draft(registry);
    const edited = await done(
      doTo(registry, 'sample-1-editor', 'editDelegationOrder', { ...at(order), signedOn: '2025-10-01', orderNo: null }),
    );
    expect(edited).toMatchObject({ orderNo: null, year: 2568 });
  });
});

describe('the kind of an order', () => {
  it('is a delegation unless said, is found by filter, and an appointment of who acts has no lines', async () => {
    expect((await draft(registry)).kind).toBe('DELEGATION');
    const withLines = await draft(registry, { kind: 'ACTING_APPOINTMENT' });
    expect(codesOf(await issue(withLines))).toEqual(['LINES_DO_NOT_FIT_KIND']);
    const appointing = await issued(registry, { kind: 'ACTING_APPOINTMENT', powers: [] });
    expect(appointing).toMatchObject({ kind: 'ACTING_APPOINTMENT', status: 'IN_FORCE', powers: [] });
    const { data } = await registry.as('sample-1-viewer')(
      '{ delegationOrders(first: 5, where: { kind: { eq: ACTING_APPOINTMENT }, status: { eq: IN_FORCE } }) { edges { node { id } } } }',
    );
    expect(data.delegationOrders.edges).toEqual([{ node: { id: appointing.id } }]);
  });

  it('decides whether its powers may be passed on', async () => {
    const order = await draft(registry, { kind: 'ASSIGNMENT' });
    expect(codesOf(await issue(order))).toEqual(['ASSIGNMENT_PASSED_ON']);
    expect((await issued(registry, { kind: 'ASSIGNMENT', powers: [line('DIR', 'HEAD-REV')] })).status).toBe('IN_FORCE');
  });
});
