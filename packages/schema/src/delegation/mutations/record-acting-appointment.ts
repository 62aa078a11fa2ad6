import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { Position } from '../../agency/agency.type.ts';
import { lockPositions } from '../../agency/structure-lock.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { problemsOfAppointment } from '../acting/acting.logic.ts';
import { ActingAppointmentPayload } from '../acting/acting-appointment.payload.ts';
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

act({
  name: 'recordActingAppointment',
  description:
    'บันทึกการรักษาราชการแทนหรือปฏิบัติราชการแทน · Records that a position stands in for another: what it may then sign. Those who record it issue no orders.',
  by: isAdministratorOfAgency,
  on: onAny('Position'),
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
