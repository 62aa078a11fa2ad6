import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { authorityAt } from './authority-kit.ts';
import { position } from './orders.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const { answer, reason } = authorityAt(() => registry);

describe('acting for a position', () => {
  const record = (part: Record<string, unknown>) =>
    registry.as('sample-1-agency-admin')(
      'mutation ($input: RecordActingAppointmentInput!) { recordActingAppointment(input: $input) { actingAppointment { id } } }',
      {
        input: {
          actsForId: position('DIR'),
          capacity: 'ACTING',
          validFrom: '2021-04-13',
          validTo: '2021-04-16',
          basisTh: 'ลำดับผู้รักษาราชการแทน',
          ...part,
        },
      },
    );

  it('gives its powers on the days of the appointment, and the chain ends with it', async () => {
    expect((await record({ positionId: position('HEAD-WRK') })).errors).toEqual([]);
    const held = await answer({ code: 'HEAD-WRK', amount: '500000', on: '2021-04-16' });
    expect(held).toMatchObject({ may: true, ceilingAmount: '500000.00' });
    expect(held.chain).toMatchObject([
      { kind: 'STATUTORY', position: { code: 'DIR' }, appointment: null },
      {
        kind: 'ACTING',
        position: { code: 'HEAD-WRK' },
        from: { code: 'DIR' },
        subDelegable: false,
        statutoryPower: null,
        order: null,
        appointment: { capacity: 'ACTING', basisTh: 'ลำดับผู้รักษาราชการแทน' },
      },
    ]);
    expect(held.explanationTh).toContain('การรักษาราชการแทน');
    expect(await reason({ code: 'HEAD-WRK', on: '2021-04-17' })).toBe('EXPIRED');
    expect(await reason({ code: 'DIR', on: '2021-04-15' })).toBe(true);
  });

  it('on its behalf gives nothing that no order gives', async () => {
    expect((await record({ positionId: position('HEAD-ENV'), capacity: 'ON_BEHALF' })).errors).toEqual([]);
    expect(await reason({ code: 'HEAD-ENV', on: '2021-04-15' })).toBe('NO_LINE');
  });

  it('is told of among the powers of the position', async () => {
    const { data, errors } = await registry.as('sample-1-viewer')(
      '{ agency(code: "SAMPLE-1") { positions { code powers(on: "2021-04-15") { processArea subDelegable chain { kind } } } } }',
    );
    expect(errors).toEqual([]);
    const { powers } = data.agency.positions.find(({ code }: any) => code === 'HEAD-WRK');
    expect(powers.length).toBeGreaterThan(10);
    for (const { subDelegable, chain } of powers) expect([subDelegable, chain.at(-1).kind]).toEqual([false, 'ACTING']);
  });
});
