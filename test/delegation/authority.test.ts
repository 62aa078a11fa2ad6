import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { authorityAt, authorityQuery } from './authority-kit.ts';
import { at, done, doTo, issued, line, position } from './orders.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const { ask, answer, reason } = authorityAt(() => registry);

describe('a power passed from the director over a deputy to the head of a section', () => {
  let first: any;
  let second: any;
  beforeAll(async () => {
    first = await issued(registry, { effectiveTo: '2026-09-30' });
    second = await issued(registry, {
      effectiveFrom: '2026-03-01',
      powers: [line('ASST-1', 'HEAD-REG', { ceilingAmount: '50000' })],
    });
  });

  it('is held while every link of the chain is in force, up to the lowest ceiling', async () => {
    const held = await answer({ code: 'HEAD-REG', amount: '50000', on: '2026-03-01' });
    expect(held).toMatchObject({ may: true, ceilingAmount: '50000.00', reason: null, brokenAt: null });
    expect(held.chain.map(({ kind, position, from }: any) => [kind, position.code, from?.code ?? null])).toEqual([
      ['STATUTORY', 'DIR', null],
      ['DELEGATED', 'ASST-1', 'DIR'],
      ['DELEGATED', 'HEAD-REG', 'ASST-1'],
    ]);
    expect(held.chain[0].statutoryPower.basisTh).toContain('ตัวอย่าง');
    expect(held.chain[1]).toMatchObject({
      order: { orderNo: first.orderNo },
      power: { lineNo: 1 },
      subDelegable: true,
    });
    expect(held.explanationEn).toContain(`Line 1 of order ${second.orderNo}/2569, up to 50000.00 baht`);
    expect(await reason({ code: 'HEAD-REG', on: '2026-09-30' })).toBe(true);
  });

  it('is not held before, after, above the ceiling or by others, and the answer names the break', async () => {
    expect(await reason({ code: 'ASST-1', on: '2026-01-31' })).toBe('NOT_YET_IN_FORCE');
    expect(await reason({ code: 'HEAD-REG', on: '2026-10-01' })).toBe('EXPIRED');
    const above = await answer({ code: 'HEAD-REG', amount: '50000.01', on: '2026-03-01' });
    expect(above).toMatchObject({ may: false, reason: 'ABOVE_CEILING', ceilingAmount: '50000.00' });
    expect(above.brokenAt.order.orderNo).toBe(second.orderNo);
    expect(above.chain).toHaveLength(2);
    const none = await answer({ code: 'HEAD-ENV', on: '2026-03-01' });
    expect(none).toMatchObject({ may: false, reason: 'NO_LINE', brokenAt: null, chain: [] });
  });

  it('is told of for any day among the powers of each position', async () => {
    const { data, errors } = await registry.as('sample-1-viewer')(
      `{ agency(code: "SAMPLE-1") { positions { code powers(on: "2026-03-01") { verb processArea ceilingAmount subDelegable subDelegableCeiling chain { kind } } } } }`,
    );
    expect(errors).toEqual([]);
    const powersOf = (code: string) =>
      data.agency.positions
        .find((each: any) => each.code === code)
        .powers.filter(({ processArea }: any) => processArea === 'ALLOWANCE_CLAIM');
    expect(powersOf('ASST-1')).toMatchObject([
      { verb: 'APPROVE', ceilingAmount: '200000.00', subDelegable: true, subDelegableCeiling: '200000.00' },
    ]);
    expect(powersOf('HEAD-REG')).toMatchObject([
      { ceilingAmount: '50000.00', subDelegable: false, subDelegableCeiling: null },
    ]);
    expect(powersOf('HEAD-REG')[0].chain).toHaveLength(3);
    expect(powersOf('HEAD-ENV')).toEqual([]);
  });

  it('ends for everybody down the chain when its line is taken back, when the right to pass it on is, and when an order is superseded', async () => {
    const successor = await issued(registry, {
      effectiveFrom: '2026-06-01',
      powers: [line('DIR', 'ASST-1', { subDelegable: false })],
      revokesPowerIds: [first.powers[0].id],
    });
    expect(successor.powersRevoked).toEqual([{ id: first.powers[0].id, revokedOn: '2026-06-01' }]);
    expect(await reason({ code: 'HEAD-REG', on: '2026-05-31' })).toBe(true);
    expect(await reason({ code: 'HEAD-REG', on: '2026-06-01' })).toBe('NOT_SUBDELEGABLE');
    expect(await reason({ code: 'ASST-1', on: '2026-06-01' })).toBe(true);

    await issued(registry, {
      effectiveFrom: '2026-07-01',
      powers: [line('DIR', 'ASST-2')],
      supersedesOrderIds: [successor.id],
    });
    expect(await reason({ code: 'ASST-1', on: '2026-06-30' })).toBe(true);
    expect(await reason({ code: 'ASST-1', on: '2026-07-01' })).toBe('SUPERSEDED');
  });

  it('ends when an order is revoked, and by no other day', async () => {
    const order = await issued(registry, { powers: [line('DIR', 'HEAD-WRK')] });
    await done(
      doTo(registry, 'sample-1-approver', 'revokeDelegationOrder', {
        ...at(order),
        reason: 'ทดสอบ',
        endedOn: '2026-05-01',
      }),
    );
    expect(await reason({ code: 'HEAD-WRK', on: '2026-04-30' })).toBe(true);
    expect(await reason({ code: 'HEAD-WRK', on: '2026-05-01' })).toBe('REVOKED');
  });

  it('is not had from a delegator whom no law gives it', async () => {
    await registry.rows(`SET session_replication_role = 'replica'; UPDATE "DelegatedPower" l SET verb = 'COLLECT' FROM "DelegationOrder" o, "Agency" g
       WHERE o.id = l."orderId" AND g.id = o."agencyId" AND g.code = 'SAMPLE-1' AND o."orderNo" = '95'`);
    const answered = await answer({ code: 'HEAD-REG', verb: 'COLLECT', area: 'REGISTRATION', on: '2026-11-01' });
    expect(answered).toMatchObject({
      may: false,
      reason: 'DELEGATOR_LACKS_POWER',
      brokenAt: { order: { orderNo: '95' } },
    });
  });
});

describe('the question of authority', () => {
  it('is answered to the centre and to analysts about any agency, from issued orders', async () => {
    const asked = { agency: 'SAMPLE-2', code: 'ASST-2', area: 'PROCUREMENT', amount: '400000', on: '2026-01-15' };
    for (const persona of ['centre', 'analyst', 'sample-2-viewer'])
      expect(await answer(asked, persona)).toMatchObject({ may: true, ceilingAmount: '500000.00' });
  });

  it('is about today when no day is given', async () => {
    expect(await answer({ code: 'ASST-2', area: 'PROCUREMENT' })).toMatchObject({ may: true });
  });

  it('says the same of another agency, of one that does not exist, and of a position that is not there', async () => {
    const other = await ask({ agency: 'SAMPLE-2', code: 'DIR' });
    const absent = await ask({ agency: 'NOWHERE', code: 'DIR' });
    const mixed = await registry.as('sample-1-viewer')(authorityQuery, {
      agency: 'SAMPLE-1',
      position: position('DIR', 'SAMPLE-2'),
      verb: 'SIGN',
      area: 'REGISTRATION',
    });
    expect(refusalOf(other)).toEqual(['NOT_FOUND']);
    expect([absent.text, mixed.text]).toEqual([other.text, other.text]);
    expect(refusalOf(await ask({ agency: 'SAMPLE-2', code: 'NOBODY' }, 'centre'))).toEqual(['NOT_FOUND']);
  });

  it('refuses a negative amount', async () => {
    expect(refusalOf(await ask({ code: 'DIR', amount: '-1' }))).toEqual(['INVALID_INPUT', 'amount']);
  });

  it('costs three statements, and one more for each kind of record that is asked about, however long the chain', async () => {
    const plain = `query ($p: ID!) { authority(agencyCode: "SAMPLE-1", position: $p, verb: APPROVE, processArea: PROCUREMENT) { may reason chain { kind ceilingAmount } } }`;
    const whole = plain.replace(
      'kind ceilingAmount',
      'position { titleTh } from { titleTh } order { orderNo } power { lineNo } statutoryPower { basisTh }',
    );
    const costOf = async (text: string, code: string) => {
      const put = () => registry.as('sample-1-viewer')(text, { p: position(code) });
      await put();
      return (await statementsOf(put)).length;
    };
    expect([await costOf(plain, 'DIR'), await costOf(plain, 'HEAD-FIN')]).toEqual([3, 3]);
    expect(await costOf(whole, 'HEAD-FIN')).toBe(8);
  });

  it('costs two statements for the powers of all positions of an agency', async () => {
    const put = () =>
      registry.as('sample-1-viewer')(
        '{ agency(code: "SAMPLE-1") { positions { powers { verb } } segregationConflicts { isByLaw } } }',
      );
    await put();
    expect((await statementsOf(put)).length).toBeLessThanOrEqual(4);
  });
});

describe('conflicting powers', () => {
  it('are told of by position and process, with what gives them, for any day', async () => {
    const conflicts = async (persona: string, agency: string, on: string) => {
      const { data, errors } = await registry.as(persona)(
        `query ($agency: String!, $on: Date!) { agency(code: $agency) { segregationConflicts(on: $on) { processArea isByLaw position { code } sides { verb givenBy { kind order { orderNo } } } } } }`,
        { agency, on },
      );
      expect(errors).toEqual([]);
      return data.agency.segregationConflicts;
    };
    const found = await conflicts('centre', 'SAMPLE-1', '2025-03-01');
    const fines = found.find((each: any) => each.position.code === 'HEAD-INS');
    expect(fines).toMatchObject({ processArea: 'FINES_CUSTODY', isByLaw: false });
    expect(fines.sides.map(({ verb, givenBy }: any) => [verb, givenBy[0].order.orderNo])).toEqual([
      ['COLLECT', '9'],
      ['RECORD', '9'],
    ]);
    expect(
      (await conflicts('sample-1-viewer', 'SAMPLE-1', '2025-07-01')).map((each: any) => each.position.code),
    ).not.toContain('HEAD-INS');
    expect(await conflicts('sample-1-viewer', 'SAMPLE-2', '2025-03-01')).toEqual([]);
  });
});
