import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { lockPositions } from '../../agency/structure-lock.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { problemsOfEnd } from '../acting/acting.logic.ts';
import { ActingAppointmentPayload } from '../acting/acting-appointment.payload.ts';
import { ActingAppointment } from '../acting/acting-appointment.type.ts';

const EndInput = builder.inputType('EndActingAppointmentInput', {
  description: 'การสิ้นสุดของการแทน · The end of an acting appointment; what was before stays on record.',
  fields: (t) => ({
    appointmentId: t.globalID({ for: ActingAppointment, required: true, description: 'การแทน · The appointment.' }),
    ...atVersion(t, 'appointment'),
    validTo: t.field({ type: 'Date', required: true, description: 'ถึงวันที่ · Last day.' }),
  }),
});

const states = statesOf('ActingAppointment', (db, ids) =>
  db.actingAppointment.findMany({ where: { id: { in: ids } }, select: { id: true, validTo: true } }),
);

function requireLasting({ validTo }: { readonly validTo: Date | null }): void {
  if (validTo && validTo < todayInBangkok())
    throw illegalTransition(
      'ENDED',
      'การแทนนี้สิ้นสุดไปแล้ว',
      'The appointment has ended: record a new one if the position stands in again.',
      'acting',
    );
}

act({
  name: 'endActingAppointment',
  description:
    'กำหนดวันสุดท้ายของการรักษาราชการแทนหรือปฏิบัติราชการแทน · Sets the last day of an acting appointment, earlier than it was.',
  by: isAdministratorOfAgency,
  on: onWhen(states, requireLasting),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'สิ้นสุดไปแล้ว · it has ended already' },
  input: EndInput,
  payload: ActingAppointmentPayload,
  work: async ({ appointmentId: { id }, expectedVersion, validTo }, tx) => {
    const { db } = tx;
    lockPositions(tx);
    const appointment = await db.actingAppointment.findUnique({
      where: { id },
      select: { validFrom: true, validTo: true, orders: { select: { orderNo: true, year: true, signedOn: true } } },
    });
    if (!appointment) throw notFound('appointmentId');
    requireLasting(appointment);
    const check = new Check();
    check.inOrder('validFrom', appointment.validFrom, 'validTo', validTo);
    if (appointment.validTo && validTo > appointment.validTo)
      check.add(
        'validTo',
        'กำหนดวันสุดท้ายให้ช้าลงไม่ได้: บันทึกการแทนช่วงต่อไปเป็นรายการใหม่',
        'The last day is not moved later: record the days after it as another appointment.',
      );
    check.include(problemsOfEnd(validTo, appointment.orders));
    check.refuse();
    await requireVersion(
      db.actingAppointment.updateMany({
        where: { id, version: expectedVersion },
        data: { validTo, version: { increment: 1 } },
      }),
    );
    return { id };
  },
});
