import { ProcessArea as processAreas, PowerVerb as verbs } from '@registry/prisma/generated/client/enums.ts';
import { Agency, Position } from '../../agency/agency.type.ts';
import { appointmentsOfPosition } from '../../agency/appointment.logic.ts';
import { notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { givenText } from '../../graphql/inputs/given-text.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { PowerVerb, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { authority } from './authority.logic.ts';
import { AuthorityAnswer, HeldPowerType } from './authority.type.ts';
import { appointmentsByAgencyId, powerRecords, powerRecordsByAgencyId } from './power-records.loader.ts';
import { powersOf } from './powers-of.logic.ts';
import { conflictsOfDuties } from './segregation.logic.ts';
import { SegregationConflict } from './segregation.type.ts';

/** A position holds each power once. */
const POWERS = Object.keys(verbs).length * Object.keys(processAreas).length;

const onDay = 'ในวันที่ ไม่ระบุ = วันนี้ · On this day, past or future; today in Bangkok when absent.';

builder.queryFields((t) => ({
  authority: t.field({
    type: AuthorityAnswer,
    description:
      'ตำแหน่งนี้มีอำนาจทำเรื่องนี้ในวันนั้นหรือไม่ พร้อมสายคำสั่งหรือเหตุที่ขาด · Whether a position may exercise a power on a day, also as acting for another (รักษาราชการแทน), with the chain that carries it or the reason why it breaks. For members of the agency, the centre and analysts. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT.',
    args: {
      agencyCode: t.arg.string({ required: true, description: 'รหัสหน่วยงาน · Code of the agency.' }),
      position: t.arg.globalID({
        for: Position,
        required: true,
        description: 'ตำแหน่งในหน่วยงานนั้น · A position of the agency.',
      }),
      verb: t.arg({ type: PowerVerb, required: true, description: 'อำนาจ · What is to be done.' }),
      processArea: t.arg({ type: ProcessArea, required: true, description: 'กระบวนงาน · On which process.' }),
      amount: t.arg({
        type: 'Decimal',
        description: 'จำนวนเงิน (บาท) · Amount in baht; without one no ceiling stands in the way.',
      }),
      on: t.arg({ type: 'Date', description: onDay }),
    },
    resolve: async (_root, { agencyCode, position: { id }, verb, processArea, amount, on }, context) => {
      const check = new Check();
      check.amount('amount', amount);
      check.refuse();
      const db = agencyDb(context);
      // A position that the viewer may not see, one of another agency and one that does not exist are answered alike.
      const position = await db.position.findFirst({
        where: { id, agency: { code: givenText('agencyCode', agencyCode) } },
        select: { agencyId: true, actingFor: appointmentsOfPosition },
      });
      if (!position) throw notFound();
      const { agencyId, actingFor: appointments } = position;
      const powers = await powerRecords(db, { agencyId, verb, processArea });
      return authority(
        { ...powers, appointments },
        { positionId: id, verb, processArea, amount, on: on ?? todayInBangkok() },
      );
    },
  }),
}));

builder.prismaObjectFields(Position, (t) => ({
  powers: t.field({
    type: [HeldPowerType],
    listSize: { each: POWERS, all: most.powersHeldInAgency, of: 'Agency' },
    description:
      'อำนาจทั้งหมดของตำแหน่งในวันหนึ่ง ทั้งตามกฎหมาย ที่ได้รับมอบ และที่มีเพราะรักษาราชการแทน · All powers that the position holds on a day, by law, by orders and by acting for others, by process area.',
    args: { on: t.arg({ type: 'Date', description: onDay }) },
    select: { id: true, agencyId: true, actingFor: appointmentsOfPosition },
    resolve: async ({ id, agencyId, actingFor: appointments }, { on }, context) => {
      const powers = await powerRecordsByAgencyId(context).load(agencyId);
      return powersOf({ ...powers, appointments }, id, on ?? todayInBangkok());
    },
  }),
}));

builder.prismaObjectFields(Agency, (t) => ({
  segregationConflicts: t.field({
    type: [SegregationConflict],
    nullable: true,
    description:
      'ตำแหน่งที่มีอำนาจขัดกันในวันหนึ่ง เช่น รับเงินและบันทึกบัญชี รวมอำนาจที่มีเพราะรักษาราชการแทน · Positions of the agency that hold conflicting powers on one process on a day, those by acting for others included. For members of the agency, the centre and analysts. Errors: UNAUTHENTICATED, FORBIDDEN.',
    listSize: most.conflictsShown,
    args: { on: t.arg({ type: 'Date', description: onDay }) },
    select: { id: true },
    resolve: async ({ id }, { on }, context) => {
      const [powers, appointments] = await Promise.all([
        powerRecordsByAgencyId(context).load(id),
        appointmentsByAgencyId(context).load(id),
      ]);
      const conflicts = conflictsOfDuties({ ...powers, appointments }, on ?? todayInBangkok());
      return conflicts.slice(0, most.conflictsShown);
    },
  }),
}));
