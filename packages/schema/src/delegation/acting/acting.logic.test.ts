import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Appointment, lasts } from '../../agency/appointment.logic.ts';
import { problemsOfAppointment } from './acting.logic.ts';

const day = (iso: string) => new Date(iso);

type Given = Omit<Appointment, 'id'>;
const appointment = (part: Partial<Given> = {}): Given => ({
  positionId: 'DEP',
  actsForId: 'DIR',
  capacity: 'ACTING',
  validFrom: day('2026-04-13'),
  validTo: day('2026-04-17'),
  ...part,
});
const fieldsOf = (given: Given, others: Given[]) => problemsOfAppointment(given, others).map(({ field }) => field);

describe('an appointment to act for a position', () => {
  it('is never for itself', () => {
    expect(fieldsOf(appointment({ positionId: 'DIR' }), [])).toEqual(['actsForId']);
  });

  it('may begin on the day after another ends, and not on its last day', () => {
    const next = { positionId: 'HEAD', validTo: null };
    expect(fieldsOf(appointment({ ...next, validFrom: day('2026-04-18') }), [appointment()])).toEqual([]);
    expect(fieldsOf(appointment({ ...next, validFrom: day('2026-04-17') }), [appointment()])).toEqual(['validFrom']);
  });

  it('leaves room for several who act on its behalf, each once, beside the one who acts for it', () => {
    const onBehalf = appointment({ capacity: 'ON_BEHALF' });
    expect(fieldsOf(appointment({ positionId: 'HEAD', capacity: 'ON_BEHALF' }), [onBehalf])).toEqual([]);
    expect(fieldsOf(appointment({ positionId: 'HEAD' }), [onBehalf])).toEqual([]);
    expect(fieldsOf(appointment(), [onBehalf])).toEqual(['validFrom']);
    expect(fieldsOf(appointment({ actsForId: 'HEAD' }), [appointment()])).toEqual([]);
  });

  it('overlaps another exactly where both last on one day', () => {
    const dayNo = fc.nat({ max: 12 });
    const days = fc.tuple(dayNo, fc.option(dayNo, { freq: 3 }));
    const dateOf = (dayNumber: number) => new Date(Date.UTC(2026, 0, 1 + dayNumber));
    const spanOf = ([from, length]: [number, number | null]) => ({
      validFrom: dateOf(from),
      validTo: length === null ? null : dateOf(from + length),
    });
    fc.assert(
      fc.property(days, days, (one, other) => {
        const first = appointment(spanOf(one));
        const second = appointment({ positionId: 'HEAD', ...spanOf(other) });
        const shared = Array.from({ length: 26 }, (_unused, index) => dateOf(index)).some(
          (each) => lasts(first, each) && lasts(second, each),
        );
        expect(fieldsOf(second, [first])).toEqual(shared ? ['validFrom'] : []);
      }),
    );
  });

  it('is refused in both languages, with the source of the rule', () => {
    for (const { message } of problemsOfAppointment(appointment({ positionId: 'DIR' }), [appointment()])) {
      expect(message.th).toContain('(ที่มา: พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 มาตรา 48)');
      expect(message.en).toContain('section 48');
    }
  });
});
