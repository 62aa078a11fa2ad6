import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationSession } from '../contract/application-session.ts';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { at, doTo, draft, draftInput, issued, line, position } from './orders.ts';

/** Ways round the rule that nobody signs away what they do not hold. */
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const { as, attempt } = applicationSession(() => registry.database);

const admin = (name: string, input: Record<string, unknown>, selection: string) =>
  registry.person('sample-1-agency-admin').tries(name, input, selection);
const issue = (order: { id: string; version: number }, part: Record<string, unknown> = {}) =>
  doTo(registry, 'sample-1-approver', 'issueDelegationOrder', { ...at(order), ...part });
const codesOf = ({ errors }: Awaited<ReturnType<typeof issue>>) =>
  errors[0]?.extensions.fields?.map(({ code }: { code: string }) => code);

describe('an order that takes effect before it is signed', () => {
  const lost = (part: Record<string, unknown>) => ({
    signedByPositionId: position('HEAD-REV'),
    effectiveFrom: '2026-02-01',
    powers: [line('HEAD-REV', 'HEAD-WRK', { verb: 'RECORD', processArea: 'STATE_PROPERTY', ceilingAmount: null })],
    ...part,
  });

  beforeAll(async () => {
    const { errors } = await admin(
      'declareStatutoryPower',
      {
        positionId: position('HEAD-REV'),
        verb: 'RECORD',
        processArea: 'STATE_PROPERTY',
        basisTh: 'ข้อบัญญัติ',
        validFrom: '2020-01-01',
        validTo: '2026-06-30',
      },
      'statutoryPower { id }',
    );
    expect(errors).toEqual([]);
  });

  it('is not issued by who has lost the power by the day of signature, and nobody ever held it', async () => {
    const refused = await issue(await draft(registry, lost({ signedOn: '2026-07-01' })));
    expect(refusalOf(refused)).toEqual(['INVALID_INPUT', 'powers[0].delegatorId']);
    expect(codesOf(refused)).toEqual(['DELEGATOR_LACKS_POWER']);
    expect(refused.errors[0]?.message).toContain('on the day of signature');
    expect(refused.errors[0]?.message).toContain('Source: State Administration Act B.E. 2534, section 38');
    const { data } = await registry.as('sample-1-viewer')(
      'query ($position: ID!) { authority(agencyCode: "SAMPLE-1", position: $position, verb: RECORD, processArea: STATE_PROPERTY, on: "2026-03-01") { may } }',
      { position: position('HEAD-WRK') },
    );
    expect(data.authority.may).toBe(false);
  });

  it('is issued by who holds it on both days, the last one included', async () => {
    expect((await issued(registry, lost({ signedOn: '2026-06-30' }))).status).toBe('IN_FORCE');
  });
});

describe('an order that takes back what another delegated', () => {
  it('keeps the appointment by which its signer may, which then covers the day of signature for good', async () => {
    const { data } = await admin(
      'recordActingAppointment',
      {
        positionId: position('HEAD-ENV'),
        actsForId: position('DIR'),
        capacity: 'ON_BEHALF',
        validFrom: '2026-05-04',
        basisTh: 'คำสั่งกรุงเทพมหานคร',
      },
      'actingAppointment { id version }',
    );
    const { id, version } = data.recordActingAppointment.actingAppointment;
    const source = await issued(registry, { powers: [line('DIR', 'HEAD-FIN')] });
    const order = await issued(registry, {
      kind: 'ACTING_APPOINTMENT',
      powers: [],
      revokesPowerIds: [source.powers[0].id],
      signedByPositionId: position('HEAD-ENV'),
      signedOn: '2026-05-06',
      effectiveFrom: '2026-05-07',
    });
    expect(order).toMatchObject({ signedUnder: { id }, powersRevoked: [{ revokedOn: '2026-05-07' }] });
    const end = (validTo: string) =>
      admin(
        'endActingAppointment',
        { appointmentId: id, expectedVersion: version, validTo },
        'actingAppointment { validTo }',
      );
    expect(codesOf(await end('2026-05-05'))).toEqual(['ORDER_SIGNED_LATER']);
    expect((await end('2026-05-06')).errors).toEqual([]);
  });
});

describe('the number of an order', () => {
  it('is taken however it is written, and a year written with it is that of the signature', async () => {
    await issued(registry, { orderNo: '7118' });
    for (const orderNo of ['ที่ 7118', '07118', '๗๑๑๘/๒๕๖๙', '7118 / 2569']) {
      const refused = await doTo(registry, 'sample-1-editor', 'draftDelegationOrder', draftInput({ orderNo }));
      expect([orderNo, codesOf(refused)]).toEqual([orderNo, ['NUMBER_TAKEN']]);
    }
    const refused = await issue(await draft(registry, { orderNo: null }), { orderNo: '7119/2568' });
    expect([refusalOf(refused), codesOf(refused)]).toEqual([['INVALID_INPUT', 'orderNo'], ['YEAR_NOT_OF_SIGNATURE']]);
    expect((await issued(registry, { orderNo: '7119/2569' })).status).toBe('IN_FORCE');
  });
});

describe('an issued order', () => {
  it('stays what was signed: with the application’s login nobody changes its signature or its lines', async () => {
    const { orderNo } = await issued(registry);
    const approver = { ...(await as('demo|sample-1-approver', 'APPROVER')), 'app.act': 'editDelegationOrder' };
    const order = `(SELECT id FROM "DelegationOrder" WHERE "agencyId" = app.agency() AND "orderNo" = '${orderNo}' AND year = 2569)`;
    const other = `(SELECT id FROM "Position" WHERE "agencyId" = app.agency() AND code = 'HEAD-INS')`;
    const ofOrder = (assignment: string) => `UPDATE "DelegationOrder" SET ${assignment} WHERE id = ${order}`;
    const ofLine = (assignment: string) => `UPDATE "DelegatedPower" SET ${assignment} WHERE "orderId" = ${order}`;
    const refused = [
      ofOrder(`"signedByPositionId" = ${other}`),
      ofOrder(`"signedOn" = '2020-01-01'`),
      ofOrder(`"orderNo" = '1'`),
      ofOrder(`"effectiveTo" = '2099-12-31'`),
      ofLine(`"delegatorId" = ${other}`),
      ofLine(`"delegateId" = ${other}`),
      ofLine('"ceilingAmount" = 99999999'),
      ofLine('"subDelegable" = NOT "subDelegable"'),
      `INSERT INTO "DelegatedPower" SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'lineNo', 99))).* FROM "DelegatedPower" l WHERE l."orderId" = ${order}`,
      `DELETE FROM "DelegatedPower" WHERE "orderId" = ${order}`,
    ];
    for (const statement of refused)
      expect([statement, await attempt(approver, statement)]).toEqual([statement, 'RG422']);
    expect(await attempt(approver, ofOrder(`"circularNo" = '12'`))).toBe(1);
    expect(await attempt(approver, ofLine(`"revokedOn" = '2026-09-01'`))).toBe(1);
    expect(await attempt(approver, ofLine(`"revokedOn" = '2026-09-01'`), ofLine('"revokedOn" = NULL'))).toBe('RG422');
  });
});
