import { hasHardlyBegun, type SampleAgency } from '../reference/sample-agencies.ts';
import { day, daysAfter, toThaiDigits } from '../rows/calendar.ts';
import { agencyId, positionId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { orderIdOf, powerIdOf } from './identifier-of.ts';
import { addMonthlyReports } from './monthly-reports.ts';
import type { OrderTemplate } from './order-template.ts';
import { orderTemplates } from './order-templates.ts';
import type { SampleRisk } from './sample-risk.ts';

/** The order that even the agency that has hardly begun has issued. */
const FIRST_ORDER = '118';

export function addDelegation(agency: SampleAgency, rows: TenantRows): void {
  const orders = hasHardlyBegun(agency)
    ? orderTemplates.filter(({ orderNo }) => orderNo === FIRST_ORDER)
    : orderTemplates;
  const issued = new Set(orders.map(({ orderNo }) => orderNo));
  for (const order of orders) addOrder(agency, order, issued, rows);
  if (hasHardlyBegun(agency)) return;
  for (const order of orders) addMonthlyReports(agency, order, rows);
}

function lastDayOf({ to, endsInDays }: OrderTemplate): Date | null {
  if (endsInDays !== undefined) return daysAfter(new Date(), endsInDays);
  return to === undefined ? null : day(to);
}

function addOrder(
  { code, number }: SampleAgency,
  order: OrderTemplate,
  issued: ReadonlySet<string>,
  rows: TenantRows,
): void {
  const owner = agencyId(code);
  const signedOn = order.signedOn === null ? null : day(order.signedOn);
  // The third and fourth agencies forgot to announce the sub-delegation of permits.
  const announced = signedOn !== null && !(order.orderNo === '121' && (number === 3 || number === 4));
  rows.delegationOrder.push({
    id: orderIdOf(code, order.orderNo),
    agencyId: owner,
    orderNo: order.orderNo,
    year: order.year,
    titleTh: order.titleTh,
    signedOn,
    signedByPositionId: signedOn === null ? null : positionId(code, order.signedBy),
    effectiveFrom: day(order.from),
    effectiveTo: lastDayOf(order),
    legalBasisTh: 'พระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร พ.ศ. ๒๕๒๘ (ตัวอย่าง)',
    status: order.status,
    circularNo: signedOn === null ? null : `ตย ${toThaiDigits(`0${number}/ว ${order.orderNo}`)}`,
    circularOn: signedOn === null ? null : daysAfter(signedOn, 3),
    announcedThrough: announced ? `เว็บไซต์และป้ายประกาศ สำนักงานเขตตัวอย่าง ${toThaiDigits(number)}` : null,
    announcedOn: announced && signedOn !== null ? daysAfter(signedOn, 5) : null,
    ...(announced && {
      announcementKind: 'ANNOUNCEMENT' as const,
      announcementNo: `${toThaiDigits(order.orderNo)}/${toThaiDigits(order.year)}`,
      announcementSignedById: positionId(code, order.signedBy),
      announcementSignerCapacity: 'HOLDER' as const,
      announcementAddress: `https://district-${number}.example/announcements/${order.orderNo}-${order.year}`,
    }),
    endedOn: order.endedOn === undefined ? null : day(order.endedOn),
    supersededById: order.supersededBy === undefined ? null : orderIdOf(code, order.supersededBy),
    origin: 'SAMPLE',
  });
  for (const [index, line] of order.lines.entries()) {
    const revoked = line.revoked !== undefined && issued.has(line.revoked.by) ? line.revoked : undefined;
    rows.delegatedPower.push({
      id: powerIdOf(code, order.orderNo, index + 1),
      agencyId: owner,
      orderId: orderIdOf(code, order.orderNo),
      lineNo: index + 1,
      verb: line.verb,
      subjectTh: line.subjectTh,
      processArea: line.processArea,
      delegatorId: positionId(code, line.delegator),
      delegateId: positionId(code, line.delegate),
      ceilingAmount: line.ceiling ?? null,
      conditionsTh: line.conditionsTh ?? null,
      subDelegable: line.subDelegable ?? false,
      revokedOn: revoked === undefined ? null : day(revoked.on),
      revokedByOrderId: revoked === undefined ? null : orderIdOf(code, revoked.by),
    });
  }
}

/** Links the risks of the latest register to the powers in force that bear on the same process. */
export function linkRisksToPowers(agency: SampleAgency, risks: readonly SampleRisk[], rows: TenantRows): void {
  if (hasHardlyBegun(agency)) return;
  const inForce = orderTemplates.filter(
    ({ status, to }) => status === 'ISSUED' && (to === undefined || to > '2026-11-20'),
  );
  for (const { id, fiscalYear, template } of risks) {
    if (fiscalYear !== 2569) continue;
    for (const { orderNo, lines } of inForce) {
      for (const [index, line] of lines.entries()) {
        if (line.processArea !== template.processArea || line.revoked !== undefined) continue;
        rows.riskPower.push({
          agencyId: agencyId(agency.code),
          riskId: id,
          powerId: powerIdOf(agency.code, orderNo, index + 1),
        });
      }
    }
  }
}
