import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { Position } from '../../agency/agency.type.ts';
import { lockPositions } from '../../agency/structure-lock.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { problemsOfAppointment, problemsOfEnd } from '../acting.logic.ts';
import { ActingAppointment } from '../acting-appointment.type.ts';
import { ActingCapacity } from '../delegation.enums.ts';

const RecordInput = builder.inputType('RecordActingAppointmentInput', {
  description: 'การรักษาราชการแทนหรือปฏิบัติราชการแทน · That one position stands in for another.',
  fields: (t) => ({
    positionId: t.globalID({
      for: Position,
      required: true,
      description: 'ตำแหน่งที่ทำการแทน · The position that stands in.',
    }),
    actsForId: t.globalID({
      for: Position,
      required: true,
      description: 'ตำแหน่งที่ถูกแทน ไม่ใช่ตำแหน่งเดียวกัน · The position that it stands in for; not itself.',
    }),
    capacity: t.field({ type: ActingCapacity, required: true, description: 'ฐานะ · In which capacity.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'ตั้งแต่วันที่ · First day.' }),
    validTo: t.field({ type: 'Date', description: 'ถึงวันที่ ไม่ระบุ = ไม่มีกำหนด · Last day, where it is known.' }),
    basisTh: t.string({
      required: true,
      description:
        'ฐานที่มา เช่น เลขที่คำสั่งหรือมาตรา ไม่เกิน 4,000 ตัวอักษร · What it rests on (order or section of law), at most 4,000 characters.',
    }),
  }),
});

const EndInput = builder.inputType('EndActingAppointmentInput', {
  description: 'การสิ้นสุดของการแทน · The end of an acting appointment; what was before stays on record.',
  fields: (t) => ({
    appointmentId: t.globalID({ for: ActingAppointment, required: true, description: 'การแทน · The appointment.' }),
    ...atVersion(t, 'appointment'),
    validTo: t.field({ type: 'Date', required: true, description: 'ถึงวันที่ · Last day.' }),
  }),
});

const ActingAppointmentPayload = builder.objectRef<{ id: string }>('ActingAppointmentPayload').implement({
  description: 'การแทนหลังการเปลี่ยนแปลง · The acting appointment after the change.',
  fields: (t) => ({
    actingAppointment: t.prismaField({
      type: ActingAppointment,
      description: 'การแทน · The appointment.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).actingAppointment.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

act({
  name: 'recordActingAppointment',
  description:
    'บันทึกการรักษาราชการแทนหรือปฏิบัติราชการแทน · Records that a position stands in for another: what it may then sign. Those who record it issue no orders.',
  by: isAdministratorOfAgency,
  errors: { NOT_FOUND: true, INVALID_INPUT: 'แทนตนเองหรือซ้อนกับรายการอื่น · for itself, overlapping another' },
  input: RecordInput,
  payload: ActingAppointmentPayload,
  work: async ({ positionId: { id: positionId }, actsForId: { id: actsForId }, basisTh: basis, ...given }, tx) => {
    const { db, agencyId } = tx;
    lockPositions(tx);
    const known = await db.position.findMany({ where: { id: { in: [positionId, actsForId] } }, select: { id: true } });
    const missing = Object.entries({ positionId, actsForId }).filter(([, id]) => !known.some((each) => each.id === id));
    if (missing.length > 0) throw notFound(...missing.map(([field]) => field));
    const check = new Check();
    const basisTh = check.text('basisTh', basis, { max: TEXT_MAX });
    check.inOrder('validFrom', given.validFrom, 'validTo', given.validTo);
    const data = { ...given, validTo: given.validTo ?? null, positionId, actsForId };
    check.include(problemsOfAppointment(data, await db.actingAppointment.findMany({ where: { actsForId } })));
    checkMaxCount(check, 'positionId', {
      count: await db.actingAppointment.count(),
      max: most.actingAppointmentsOfAgency,
    });
    check.refuse();
    return db.actingAppointment.create({ data: { ...data, agencyId, basisTh }, select: { id: true } });
  },
});

act({
  name: 'endActingAppointment',
  description:
    'กำหนดวันสุดท้ายของการรักษาราชการแทนหรือปฏิบัติราชการแทน · Sets the last day of an acting appointment, earlier than it was.',
  by: isAdministratorOfAgency,
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
    if (appointment.validTo && appointment.validTo < todayInBangkok())
      throw illegalTransition(
        'ENDED',
        'การแทนนี้สิ้นสุดไปแล้ว',
        'The appointment has ended: record a new one if the position stands in again.',
        'acting',
      );
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
