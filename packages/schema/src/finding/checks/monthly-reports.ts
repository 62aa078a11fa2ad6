import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { amount, dayEn, dayTh, monthYearEn, monthYearTh } from '../../tenancy/sql-words.ts';
import { type FindingCheck, partOf } from './check.ts';

const reportEveryMonth = `${ownRule}: ผู้รับมอบอำนาจรายงานผลทุกเดือน ภายในวันที่ ${thresholds.monthlyReportDueDay} ของเดือนถัดไป`;
const stayWithinPowers = 'คำสั่งมอบอำนาจของหน่วยงาน: ใช้ได้เฉพาะอำนาจที่มอบ ในเวลาและวงเงินของคำสั่ง';

/** What delegates report, and whether they do. */
export const monthlyReportChecks: readonly FindingCheck[] = [
  {
    code: 'MONTHLY_REPORT_MISSING',
    severity: 'WARNING',
    titleTh: 'ขาดส่งรายงานประจำเดือน',
    titleEn: 'Monthly report missing',
    basis: 'REGISTRY_RULE',
    basisTh: `${reportEveryMonth} (ตรวจย้อนหลัง ${thresholds.missingReportMonths} เดือน)`,
    messageTh: '%1$s ยังไม่ส่งรายงานการใช้อำนาจตามคำสั่งที่ %3$s ประจำเดือน%4$s',
    messageEn: '%2$s has not filed the report on the powers of order %3$s for %5$s',
    found: ({ agencyId, recordIds, today }) => Prisma.sql`
      SELECT w."orderId" || ' ' || d.id || ' ' || w.month AS key, jsonb_build_object('orderId', w."orderId", 'positionId', d.id) AS refs,
        w.origin, ARRAY[d."titleTh", coalesce(d."titleEn", d."titleTh"), w."orderName", ${monthYearTh('w.month')}, ${monthYearEn('w.month')}] AS said
      FROM app.monthly_reports_owed(${agencyId}, ${recordIds ?? Prisma.raw('NULL')}, ${today}) w
      JOIN "Position" d ON d."agencyId" = ${agencyId} AND d.id = w."delegateId"
      WHERE app.monthly_report_state(w."dueOn", w."filedOn", w."provisionalOn", ${today}) = 'MISSING'`,
  },
  {
    code: 'MONTHLY_REPORT_LATE',
    severity: 'INFO',
    titleTh: 'ส่งรายงานประจำเดือนล่าช้า',
    titleEn: 'Monthly report filed late',
    basis: 'REGISTRY_RULE',
    basisTh: reportEveryMonth,
    messageTh: '%1$s ส่งรายงานประจำเดือน%4$s ตามคำสั่งที่ %3$s เมื่อ %6$s หลังกำหนด',
    messageEn: '%2$s filed the report of %5$s on order %3$s late, on %7$s',
    found: ({ today }) => Prisma.sql`
      SELECT r.id::text AS key, r.refs, r.origin, ARRAY[r."titleTh", r."titleEn", r.name, ${monthYearTh('r.month')},
        ${monthYearEn('r.month')}, ${dayTh('r."filedOn"')}, ${dayEn('r."filedOn"')}] AS said
      FROM report r WHERE app.monthly_report_state(r."dueOn", r."filedOn", r."provisionalOn", ${today}) = 'FILED_LATE'`,
  },
  {
    code: 'ENDED_ORDER_REPORTED_ON',
    severity: 'ERROR',
    titleTh: 'คำสั่งสิ้นผลแล้วแต่ยังรายงานการใช้อำนาจ',
    titleEn: 'Order ended but still reported on',
    basis: 'DOCUMENT',
    basisTh: stayWithinPowers,
    messageTh: '%1$s รายงานการใช้อำนาจประจำเดือน%4$s ตามคำสั่งที่ %3$s ซึ่งสิ้นผลก่อนแล้ว',
    messageEn: '%2$s reported for %5$s on order %3$s, which had ended before',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, r.refs, r.origin,
        ARRAY[r."titleTh", r."titleEn", r.name, ${monthYearTh('r.month')}, ${monthYearEn('r.month')}] AS said
      FROM report r WHERE r."filedOn" IS NOT NULL AND r.month >= r."endsOn"`,
  },
  {
    code: 'USE_ABOVE_CEILING',
    severity: 'ERROR',
    titleTh: 'ใช้อำนาจเกินวงเงิน',
    titleEn: 'Power used above its ceiling',
    basis: 'DOCUMENT',
    basisTh: stayWithinPowers,
    messageTh: 'เดือน%4$s %1$s ใช้อำนาจเป็นเงิน %7$s บาท เกินวงเงิน %6$s บาท ตามคำสั่งที่ %3$s',
    messageEn: 'In %5$s %2$s used a power for %7$s baht, above the ceiling of %6$s baht of order %3$s',
    found: (asked) => Prisma.sql`
      SELECT r.id || ' ' || l.id AS key, r.origin,
        r.refs || jsonb_build_object('printed', ${amount('l."ceilingAmount"')}, 'computed', ${amount('u."maxAmount"')}) AS refs,
        ARRAY[r."titleTh", r."titleEn", r.name, ${monthYearTh('r.month')}, ${monthYearEn('r.month')},
          ${amount('l."ceilingAmount"')}, ${amount('u."maxAmount"')}] AS said
      FROM report r JOIN "PowerUse" u ON ${partOf('u', 'reportId', 'r', asked)} JOIN line l ON l."orderId" = r."orderId" AND l.id = u."powerId"
      WHERE u."maxAmount" > l."ceilingAmount"`,
  },
  {
    code: 'USE_OUT_OF_FORCE',
    severity: 'ERROR',
    titleTh: 'ใช้อำนาจนอกเวลาที่มีผล',
    titleEn: 'Power used while not in force',
    basis: 'DOCUMENT',
    basisTh: `${stayWithinPowers} (${ownRule}: เดือนที่ไม่มีวันใดมีผล)`,
    messageTh: 'เดือน%4$s %1$s ใช้อำนาจลำดับ %6$s ของคำสั่งที่ %3$s ซึ่งไม่มีผลในเดือนนั้น',
    messageEn: 'In %5$s %2$s used line %6$s of order %3$s, which was not in force in that month',
    found: (asked) => Prisma.sql`
      SELECT r.id || ' ' || l.id AS key, r.refs, r.origin, ARRAY[r."titleTh", r."titleEn", r.name, ${monthYearTh('r.month')},
        ${monthYearEn('r.month')}, l."lineNo"::text] AS said
      FROM report r JOIN "PowerUse" u ON ${partOf('u', 'reportId', 'r', asked)} JOIN line l ON l."orderId" = r."orderId" AND l.id = u."powerId"
      WHERE u.count > 0 AND NOT app.is_in_force_between(l."startsOn", l."endsOn", r.month, (r.month + interval '1 month')::date - 1)`,
  },
];
