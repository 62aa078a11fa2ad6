import { Position } from '../../agency/agency.type.ts';
import { act } from '../../core/act.ts';
import { builder } from '../../core/builder.ts';
import { Check, TEXT_MAX } from '../../core/check.ts';
import { illegalTransition, notFound } from '../../core/errors.ts';
import { todayInBangkok } from '../../core/today.logic.ts';
import { claim, type Write } from '../../tenancy/write.ts';
import { MonthlyReportPayload } from '../delegation.payload.ts';
import { DelegationOrder } from '../delegation.type.ts';
import { monthOf, tenthOfNextMonth } from '../monthly-report.logic.ts';
import { holdOrder } from '../order-state.ts';
import { decidingColumns } from '../power-records.loader.ts';
import { PowerUseInput } from '../report.inputs.ts';
import { replaceUses, usesOf } from '../report-content.ts';

const FileMonthlyReportInput = builder.inputType('FileMonthlyReportInput', {
  description: 'รายงานประจำเดือนของผู้รับมอบอำนาจ · A delegate’s report on a month.',
  fields: (t) => ({
    orderId: t.globalID({ for: DelegationOrder, required: true, description: 'คำสั่ง · The order.' }),
    delegateId: t.globalID({ for: Position, required: true, description: 'ผู้รายงาน · Position that reports.' }),
    month: t.field({
      type: 'Date',
      required: true,
      description:
        'วันใดก็ได้ในเดือนที่รายงาน · Any day of the month reported on: one since the order took effect, not in the future.',
    }),
    uses: t.field({
      type: [PowerUseInput],
      required: true,
      description: 'การใช้อำนาจแต่ละรายการ ไม่มีการใช้ = รายการว่าง · Uses by power; empty when none was used.',
    }),
    remarksTh: t.string({ description: 'ข้อสังเกต ไม่เกิน 4,000 ตัวอักษร · Remarks, at most 4,000 characters.' }),
  }),
});

type Order = Awaited<ReturnType<typeof holdOrder>>;

/** A report may come late, and even tell of use after the order has ended: that is a finding, and better known than not. */
function checkMonth(check: Check, month: Date, { effectiveFrom }: Order): void {
  check.notInFuture('month', month);
  check.inOrder('effectiveFrom', monthOf(effectiveFrom), 'month', month);
}

type Place = { readonly agencyId: string; readonly orderId: string; readonly delegateId: string; readonly month: Date };

/** Puts the report in the place of the gap that was noted, or beside the others. */
async function keep({ db }: Write, place: Place, gap: { id: string } | null, remarksTh: string | null) {
  const filed = { filedOn: todayInBangkok(), remarksTh };
  if (gap) {
    const where = { id: gap.id, filedOn: null };
    await claim(db.monthlyReport.updateMany({ where, data: { ...filed, version: { increment: 1 } } }));
    return gap.id;
  }
  const dueOn = tenthOfNextMonth(place.month);
  const { id } = await db.monthlyReport.create({ data: { ...place, ...filed, dueOn }, select: { id: true } });
  return id;
}

act({
  name: 'fileMonthlyReport',
  description:
    'ส่งรายงานการใช้อำนาจประจำเดือน ลงวันที่ส่งเป็นวันนี้ · Files a delegate’s report on a month, as of today in Bangkok. For editors and approvers of the agency. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID_INPUT, ILLEGAL_TRANSITION (order is a draft).',
  input: FileMonthlyReportInput,
  payload: MonthlyReportPayload,
  work: async (input, write) => {
    const { db } = write;
    const order = await holdOrder(write, input.orderId.id);
    if (order.status === 'DRAFT')
      throw illegalTransition(
        order.status,
        'ร่างคำสั่งยังไม่มีรายงาน',
        'Nothing is reported on an order before it is issued.',
      );
    const delegateId = input.delegateId.id;
    if (!(await db.position.findUnique({ where: { id: delegateId }, select: { id: true } })))
      throw notFound('delegateId');
    const lines = await db.delegatedPower.findMany({ where: { orderId: order.id }, select: decidingColumns });
    const place = { agencyId: order.agencyId, orderId: order.id, delegateId, month: monthOf(input.month) };
    const known = await db.monthlyReport.findFirst({ where: place, select: { id: true, filedOn: true } });

    const check = new Check();
    checkMonth(check, place.month, order);
    if (!lines.some((line) => line.delegateId === delegateId))
      check.add('delegateId', 'คำสั่งนี้ไม่ได้มอบอำนาจให้ตำแหน่งนี้', 'The order gives this position no power.');
    if (known?.filedOn)
      check.add(
        'month',
        'ส่งรายงานของเดือนนี้แล้ว: แก้ไขด้วย correctMonthlyReport',
        'The month has been reported on: correct the report with correctMonthlyReport.',
      );
    const uses = usesOf(check, place, lines, input.uses);
    const remarksTh = check.optionalText('remarksTh', input.remarksTh, { max: TEXT_MAX }) ?? null;
    check.refuse();
    const id = await keep(write, place, known, remarksTh);
    await replaceUses(db, { id, agencyId: order.agencyId }, uses);
    return { id };
  },
});
