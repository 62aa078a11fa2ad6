import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { legalSource } from '../../base/legal-source.logic.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh } from '../../tenancy/sql-words.ts';
import { type Asked, type CheckDomain, isAsked, partOf } from './check.ts';
import { monthlyReportChecks } from './monthly-reports.ts';

/** Orders that were issued, with the first day on which each is no longer in force. */
const orders = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT o.*, app.order_ends_on(NULL, o."endedOn", o."effectiveTo") AS "endsOn", o."orderNo" || '/' || o.year AS name,
    jsonb_build_object('orderId', o.id) AS refs
  FROM "DelegationOrder" o WHERE ${isAsked('o', asked)} AND o.status <> 'DRAFT'`;

const lines = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT l.*, o.name, o.refs, o.origin, o."effectiveFrom" AS "startsOn", app.order_ends_on(l."revokedOn", o."endedOn", o."effectiveTo") AS "endsOn"
  FROM issued o JOIN "DelegatedPower" l ON ${partOf('l', 'orderId', 'o', asked)}`;

const reports = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT r.*, o.name, o."endsOn", o.refs || jsonb_build_object('positionId', d.id) AS refs, d."titleTh",
    coalesce(d."titleEn", d."titleTh") AS "titleEn"
  FROM issued o JOIN "MonthlyReport" r ON ${partOf('r', 'orderId', 'o', asked)}
  JOIN "Position" d ON d."agencyId" = ${asked.agencyId} AND d.id = r."delegateId"`;

export const orderChecks: CheckDomain = {
  name: 'order',
  models: ['DelegationOrder'],
  column: 'orderId',
  tables: (asked) => ({ issued: orders(asked), line: lines(asked), report: reports(asked) }),
  checks: [
    {
      code: 'ORDER_ENDING_SOON',
      severity: 'INFO',
      titleTh: 'คำสั่งใกล้สิ้นผล',
      titleEn: 'Order about to end',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: เตือนก่อนคำสั่งสิ้นผล ${thresholds.orderEndsSoonDays} วัน`,
      messageTh: 'คำสั่งที่ %1$s มีผลถึง %2$s',
      messageEn: 'Order %1$s is in force until %3$s',
      found: ({ today }) => Prisma.sql`
        SELECT o.id::text AS key, o.refs, o.origin,
          ARRAY[o.name, ${dayTh('o."effectiveTo"')}, ${dayEn('o."effectiveTo"')}] AS said
        FROM issued o WHERE app.order_ends_soon(o.status, o."effectiveFrom", o."effectiveTo", ${today})`,
    },
    {
      code: 'ORDER_NOT_SIGNED_BY_DELEGATOR',
      severity: 'ERROR',
      titleTh: 'ผู้ลงนามคำสั่งไม่ใช่ผู้มอบอำนาจ',
      titleEn: 'Order not signed by its delegator',
      basis: 'LAW',
      basisTh: legalSource.delegation.th,
      messageTh:
        'คำสั่งที่ %1$s ลงนามโดยตำแหน่งที่ไม่ได้เป็นผู้มอบอำนาจ และไม่มีบันทึกการรักษาราชการแทนหรือปฏิบัติราชการแทนผู้มอบอำนาจในวันที่ลงนาม',
      messageEn:
        'Order %1$s was signed by a position that neither delegates all its lines nor is on record as standing in for who does',
      found: ({ agencyId }) => Prisma.sql`
        SELECT o.id::text AS key, o.refs, o.origin, ARRAY[o.name] AS said
        FROM issued o
        WHERE EXISTS (SELECT 1 FROM line l WHERE l."orderId" = o.id AND l."delegatorId" <> o."signedByPositionId"
          AND NOT EXISTS (SELECT 1 FROM "ActingAppointment" a
            WHERE a."agencyId" = ${agencyId} AND a."positionId" = o."signedByPositionId" AND a."actsForId" = l."delegatorId"
              AND app.lasts(a."validFrom", a."validTo", o."signedOn")))`,
    },
    ...monthlyReportChecks,
  ],
};
