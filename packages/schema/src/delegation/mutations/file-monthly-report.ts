import { isEditorOfAgency } from '../../access/access.rules.ts';
import { Position } from '../../agency/agency.type.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { decidingColumns } from '../authority/power-records.loader.ts';
import { DelegationOrder } from '../orders/order.type.ts';
import { lockOrder, orderStates } from '../orders/order-state.ts';
import { monthOf, reportDueOn } from '../reports/monthly-report.logic.ts';
import { MonthlyReportPayload } from '../reports/monthly-report.payload.ts';
import { reportContent } from '../reports/report.inputs.ts';
import { replaceUses, usesOf } from '../reports/report-content.ts';
import { problemsOfTime, problemsOfUse, recipientOf, saysNotUsed } from '../reports/report-terms.logic.ts';

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
    isProvisional: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'รายงานเบื้องต้นก่อนสิ้นเดือน · Whether it is provisional: given before the month has ended, when the report is still owed.',
    }),
    ...reportContent(t),
  }),
});

type Order = Awaited<ReturnType<typeof lockOrder>>;

/** A report may come late, and even tell of use after the order has ended: that is a finding, and better known than not. */
function checkMonth(check: Check, month: Date, { effectiveFrom }: Order): void {
  check.notInFuture('month', month);
  check.inOrder('effectiveFrom', monthOf(effectiveFrom), 'month', month);
}

type Place = { readonly agencyId: string; readonly orderId: string; readonly delegateId: string; readonly month: Date };

type Said = {
  readonly filedOn?: Date;
  readonly provisionalOn?: Date;
  readonly notUsed: boolean | undefined;
  readonly recipientId: string | undefined;
  readonly remarksTh: string | null;
};

/** Puts the report in the place of the gap that was noted, or of a provisional one, or beside the others. */
async function keep({ db }: ActTransaction, place: Place, gap: { id: string } | null, filed: Said) {
  if (gap) {
    const where = { id: gap.id, filedOn: null };
    await requireVersion(db.monthlyReport.updateMany({ where, data: { ...filed, version: { increment: 1 } } }));
    return gap.id;
  }
  const dueOn = reportDueOn(place.month);
  const { id } = await db.monthlyReport.create({ data: { ...place, ...filed, dueOn }, select: { id: true } });
  return id;
}

function requireReportable({ status }: Pick<Order, 'status'>): void {
  if (status === 'DRAFT')
    throw illegalTransition(
      status,
      'ร่างคำสั่งยังไม่มีรายงาน',
      'Nothing is reported on an order before it is issued.',
      'monthlyReport',
    );
}

act({
  name: 'fileMonthlyReport',
  description:
    'ส่งรายงานการใช้อำนาจประจำเดือน ลงวันที่ส่งเป็นวันนี้ · Files a delegate’s report on a month that has ended, or a provisional one before, as of today in Bangkok.',
  by: isEditorOfAgency,
  on: onWhen(orderStates, requireReportable),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'คำสั่งยังเป็นร่าง · order is a draft' },
  input: FileMonthlyReportInput,
  payload: MonthlyReportPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const order = await lockOrder(tx, input.orderId.id);
    requireReportable(order);
    const delegateId = input.delegateId.id;
    const recipient = input.recipientId?.id;
    const named = Object.entries({ delegateId, ...(recipient && { recipientId: recipient }) });
    const positions = await db.position.findMany({
      where: { id: { in: named.map(([, id]) => id) } },
      select: { id: true },
    });
    const missing = named.filter(([, id]) => !positions.some((each) => each.id === id));
    if (missing.length > 0) throw notFound(...missing.map(([field]) => field));
    const lines = await db.delegatedPower.findMany({ where: { orderId: order.id }, select: decidingColumns });
    const place = { agencyId: order.agencyId, orderId: order.id, delegateId, month: monthOf(input.month) };
    const known = await db.monthlyReport.findFirst({ where: place, select: { id: true, filedOn: true } });

    const check = new Check();
    checkMonth(check, place.month, order);
    const delegators = lines.filter((line) => line.delegateId === delegateId).map(({ delegatorId }) => delegatorId);
    if (delegators.length === 0)
      check.add('delegateId', 'คำสั่งนี้ไม่ได้มอบอำนาจให้ตำแหน่งนี้', 'The order gives this position no power.');
    if (known?.filedOn)
      check.add(
        'month',
        'ส่งรายงานของเดือนนี้แล้ว: โปรดแก้ไขรายงานที่ส่งแล้ว',
        'The month has been reported on: correct the report with correctMonthlyReport.',
      );
    const today = todayInBangkok();
    if (place.month <= today)
      check.include(problemsOfTime({ month: place.month, isProvisional: input.isProvisional, today }));
    const uses = usesOf(check, place, lines, input.uses);
    const notUsed = saysNotUsed(input.notUsed, input.uses);
    check.include(problemsOfUse(notUsed, input.uses));
    const { recipientId, problems } = recipientOf(recipient, { delegateId, delegatorIds: delegators });
    check.include(problems);
    const remarksTh = check.optionalText('remarksTh', input.remarksTh, { max: TEXT_MAX }) ?? null;
    check.refuse();
    const day = input.isProvisional ? { provisionalOn: today } : { filedOn: today };
    const id = await keep(tx, place, known, { ...day, notUsed, recipientId, remarksTh });
    // Those of a provisional report are not those of the month.
    await replaceUses(db, { id, agencyId: order.agencyId }, uses ?? []);
    return { id };
  },
});
