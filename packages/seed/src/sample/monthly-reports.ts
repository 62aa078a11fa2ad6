import type { SampleAgency } from '../reference/sample-agencies.ts';
import { day, daysAfter, monthEn, monthsBetween, nextMonth } from '../rows/calendar.ts';
import { agencyId, positionId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, orderIdOf, powerIdOf } from './identifier-of.ts';
import type { LineTemplate, OrderTemplate } from './order-template.ts';
import { isLiveInMonth } from './order-templates.ts';
import { createRandom, type Random } from './random.ts';
import type { SamplePositionCode } from './structure.ts';

/** A report is due on the tenth of the next month. */
const DAYS_TO_REPORT = 9;

const LAST_FILING = day('2026-11-19');

/** Every delegate reports every month; some reports are late, some are missing, and one tells of a use above the ceiling. */
export function addMonthlyReports(agency: SampleAgency, order: OrderTemplate, rows: TenantRows): void {
  if (order.reports === undefined) return;
  const delegates = [...new Set(order.lines.map(({ delegate }) => delegate))];
  for (const delegate of delegates) {
    const random = createRandom(`${agency.code} reports ${order.orderNo} ${delegate}`);
    for (const month of monthsBetween(order.reports.first, order.reports.last)) {
      addMonthlyReport(agency, order, delegate, month, random, rows);
    }
  }
}

function addMonthlyReport(
  agency: SampleAgency,
  order: OrderTemplate,
  delegate: SamplePositionCode,
  month: Date,
  random: Random,
  rows: TenantRows,
): void {
  const { code } = agency;
  const owner = agencyId(code);
  const reportId = identifierOf(code, 'monthly-report', order.orderNo, delegate, monthEn(month));
  const dueOn = daysAfter(nextMonth(month), DAYS_TO_REPORT);
  const isTheOneAboveCeiling = tellsOfUseAboveCeiling(agency, order, delegate, month);
  const chance = isTheOneAboveCeiling ? 1 : random.next();
  const filed = daysAfter(dueOn, chance < 0.15 ? random.whole(1, 15) : random.whole(-7, 0));
  const missing = chance < 0.05;
  const isRemarked = !missing && !random.chance(0.8);
  const uses = missing ? [] : usesOf(agency, order, { delegate, month, reportId, isTheOneAboveCeiling }, random);
  rows.monthlyReport.push({
    id: reportId,
    agencyId: owner,
    orderId: orderIdOf(code, order.orderNo),
    delegateId: positionId(code, delegate),
    month,
    dueOn,
    filedOn: missing ? null : earlierOf(filed, LAST_FILING),
    notUsed: missing ? null : uses.every(({ count }) => count === 0),
    // The report goes to the signer of the order, who delegated.
    recipientId: missing ? null : positionId(code, order.signedBy),
    remarksTh: isRemarked ? 'ไม่มีเรื่องต้องหารือเพิ่มเติม (ตัวอย่าง)' : null,
    origin: 'SAMPLE',
  });
  rows.powerUse.push(...uses);
}

type Reported = { delegate: SamplePositionCode; month: Date; reportId: string; isTheOneAboveCeiling: boolean };

/** The uses of every line to the delegate that was live in the month. */
const usesOf = (
  { code }: SampleAgency,
  { orderNo, lines }: OrderTemplate,
  { delegate, month, reportId, isTheOneAboveCeiling }: Reported,
  random: Random,
) =>
  [...lines.entries()]
    .filter(([, line]) => line.delegate === delegate && isLiveInMonth(line, month))
    .map(([index, line]) => {
      const above = isTheOneAboveCeiling && line.ceiling !== undefined;
      return {
        agencyId: agencyId(code),
        reportId,
        powerId: powerIdOf(code, orderNo, index + 1),
        ...(above ? { count: 9, totalAmount: 1_860_000, maxAmount: 620_000 } : drawUse(line, random)),
        exceptionsTh: above ? 'จ้างซ่อมท่อระบายน้ำเร่งด่วนหนึ่งรายการ วงเงินเกินที่ได้รับมอบ' : null,
      };
    });

const tellsOfUseAboveCeiling = (
  { code }: SampleAgency,
  { orderNo }: OrderTemplate,
  delegate: SamplePositionCode,
  month: Date,
): boolean => code === 'SAMPLE-2' && orderNo === '118' && delegate === 'ASST-2' && monthEn(month) === '2026-06';

/** Powers over money move sums; the others are only counted. */
function drawUse(
  { processArea, ceiling }: LineTemplate,
  random: Random,
): { count: number; totalAmount: number; maxAmount: number } {
  const count = random.whole(0, 24);
  const movesMoney = ['PROCUREMENT', 'ALLOWANCE_CLAIM', 'CASH_RECEIPT', 'FINES_CUSTODY'].includes(processArea);
  if (count === 0 || !movesMoney) return { count, totalAmount: 0, maxAmount: 0 };
  const maxAmount = random.amount(1_000, ceiling ?? 20_000, 500);
  return { count, totalAmount: maxAmount + Math.round((count - 1) * maxAmount * 0.4), maxAmount };
}

const earlierOf = (one: Date, other: Date): Date => new Date(Math.min(one.getTime(), other.getTime()));
