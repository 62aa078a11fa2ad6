import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { legalSource } from '../../base/legal-source.logic.ts';
import { dayEn, dayTh } from '../../tenancy/sql-words.ts';
import { monthlyReportRules } from './monthly-reports.ts';
import { type Asked, isAsked, ownRule, partOf, type RuleDomain } from './rule.ts';

/** How long before its end an order shows as ending. */
export const ENDING_SOON_DAYS = 60;

/** Orders that were issued, with the first day on which each is no longer in force. */
const orders = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT o.*, least(o."endedOn", o."effectiveTo" + 1) AS "endsOn", o."orderNo" || '/' || o.year AS name,
    jsonb_build_object('orderId', o.id) AS refs
  FROM "DelegationOrder" o WHERE ${isAsked('o', asked)} AND o.status <> 'DRAFT'`;

const lines = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT l.*, o.name, o.refs, o.origin, o."effectiveFrom" AS "startsOn", least(l."revokedOn", o."endsOn") AS "endsOn"
  FROM issued o JOIN "DelegatedPower" l ON ${partOf('l', 'orderId', 'o', asked)}`;

const reports = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT r.*, o.name, o."endsOn", o.refs || jsonb_build_object('positionId', d.id) AS refs, d."titleTh",
    coalesce(d."titleEn", d."titleTh") AS "titleEn"
  FROM issued o JOIN "MonthlyReport" r ON ${partOf('r', 'orderId', 'o', asked)}
  JOIN "Position" d ON d."agencyId" = ${asked.agencyId} AND d.id = r."delegateId"`;

export const orderRules: RuleDomain = {
  name: 'order',
  models: ['DelegationOrder'],
  column: 'orderId',
  tables: (asked) => ({ issued: orders(asked), line: lines(asked), report: reports(asked) }),
  rules: [
    {
      code: 'ORDER_ENDING_SOON',
      severity: 'INFO',
      titleTh: 'คำสั่งใกล้สิ้นผล',
      titleEn: 'Order about to end',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: เตือนก่อนคำสั่งสิ้นผล ${ENDING_SOON_DAYS} วัน`,
      messageTh: 'คำสั่งที่ %1$s มีผลถึง %2$s',
      messageEn: 'Order %1$s is in force until %3$s',
      found: ({ today }) => Prisma.sql`
        SELECT o.id::text AS key, o.refs, o.origin,
          ARRAY[o.name, ${dayTh('o."effectiveTo"')}, ${dayEn('o."effectiveTo"')}] AS said
        FROM issued o
        WHERE o.status = 'ISSUED' AND o."effectiveFrom" <= ${today}
          AND o."effectiveTo" BETWEEN ${today} AND ${today} + ${Prisma.raw(`${ENDING_SOON_DAYS}`)}`,
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
              AND o."signedOn" BETWEEN a."validFrom" AND coalesce(a."validTo", o."signedOn")))`,
    },
    ...monthlyReportRules,
  ],
};
