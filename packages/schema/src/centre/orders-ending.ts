import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { invalidInput } from '../base/errors.ts';
import { builder } from '../graphql/builder.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { PAGE_MAX } from '../graphql/limits.ts';
import { PowerVerb, ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { todayFor } from '../tenancy/moment.ts';
import { dayAlone, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import type { CentreFilter } from './centre-filter.ts';
import { type Counted, CountedRows } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { CentreFilterInput } from './filter.ts';

const DAYS_MAX = 366;

type Loss = {
  readonly lineNo: number;
  readonly verb: typeof PowerVerb.$inferType;
  readonly processArea: typeof ProcessArea.$inferType;
  readonly subjectTh: string;
  readonly ceilingAmount: string | null;
  readonly positionTh: string;
  readonly positionEn: string;
  readonly isHeldOtherwise: boolean;
};
type Ending = {
  readonly id: string;
  readonly agencyCode: string;
  readonly agencyNameTh: string;
  readonly agencyNameEn: string;
  readonly orderName: string;
  readonly titleTh: string;
  readonly lastDay: string;
  readonly daysLeft: number;
  readonly losses: readonly Loss[];
  readonly isSample: boolean;
  readonly total: number;
};

const PowerLoss = builder.objectRef<Loss>('PowerLoss').implement({
  description:
    'อำนาจที่ตำแหน่งหนึ่งจะหมดไปพร้อมคำสั่ง · A power that a position loses when an order ends. Lines that are revoked before are left out.',
  fields: (t) => ({
    lineNo: t.exposeInt('lineNo', { description: 'ลำดับในคำสั่ง · Number of the line.' }),
    verb: t.expose('verb', { type: PowerVerb, description: 'อำนาจ · What may be done.' }),
    processArea: t.expose('processArea', { type: ProcessArea, description: 'กระบวนงาน · Process area.' }),
    subjectTh: t.exposeString('subjectTh', { description: 'เรื่องที่มอบ · Subject matter, in Thai.' }),
    ceilingAmount: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'วงเงิน (บาท) · Ceiling in baht; null when there is none.',
      resolve: ({ ceilingAmount }) => (ceilingAmount === null ? null : new Prisma.Decimal(ceilingAmount)),
    }),
    positionTh: t.exposeString('positionTh', { description: 'ตำแหน่งผู้รับมอบอำนาจภาษาไทย · Who loses it, in Thai.' }),
    positionEn: t.exposeString('positionEn', {
      description: 'ตำแหน่งผู้รับมอบอำนาจภาษาอังกฤษ · Who loses it, in English; in Thai where no English title is known.',
    }),
    isHeldOtherwise: t.exposeBoolean('isHeldOtherwise', {
      description:
        'วันถัดไปยังมีอำนาจเดียวกันในกระบวนงานเดียวกันตามคำสั่งอื่นหรือตามกฎหมาย · Whether the position still has the same power over the same process on the day after, by another order or by law.',
    }),
  }),
});

const EndingOrder = builder.objectRef<Ending>('EndingOrder').implement({
  description: 'คำสั่งที่ใกล้สิ้นผล และผู้ที่จะหมดอำนาจ · An order that is about to end, and who loses which powers.',
  fields: (t) => ({
    id: t.id({
      description: 'รหัสของคำสั่ง · Id of the order.',
      resolve: ({ id }) => encodeGlobalId('DelegationOrder', id),
    }),
    agencyCode: t.exposeString('agencyCode', { description: 'รหัสหน่วยงาน · Code of the agency.' }),
    agencyNameTh: t.exposeString('agencyNameTh', { description: 'ชื่อหน่วยงานภาษาไทย · Thai name of the agency.' }),
    agencyNameEn: t.exposeString('agencyNameEn', { description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name of the agency.' }),
    orderName: t.exposeString('orderName', { description: 'เลขที่คำสั่ง/พ.ศ. · Number and year of the order.' }),
    titleTh: t.exposeString('titleTh', { description: 'เรื่อง · Subject, in Thai.' }),
    lastDay: t.field({
      type: 'Date',
      description: 'มีผลถึงวันที่ · Last day in force.',
      resolve: ({ lastDay }) => new Date(lastDay),
    }),
    daysLeft: t.exposeInt('daysLeft', { description: 'อีกกี่วัน นับจากวันนี้ · Days from today to the last day.' }),
    losses: t.field({
      type: [PowerLoss],
      listSize: most.linesOfOrder,
      description: 'อำนาจที่จะหมดไป ตามลำดับในคำสั่ง · What is lost, by line.',
      resolve: ({ losses }) => [...losses],
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'เป็นของหน่วยงานตัวอย่างที่แต่งขึ้น · Whether the agency is an invented one.',
    }),
  }),
});

type Endings = { readonly total: Counted; readonly orders: readonly Ending[] };

const OrdersEnding = builder.objectRef<Endings>('OrdersEnding').implement({
  description: 'คำสั่งที่จะสิ้นผลภายในจำนวนวันที่ขอ · The orders in force that end within some days.',
  fields: (t) => ({
    total: t.expose('total', { type: CountedRows, description: 'ทั้งหมด · All of them.' }),
    orders: t.field({
      type: [EndingOrder],
      listSize: 'ASKED',
      description: 'คำสั่งที่สิ้นผลก่อนอยู่ก่อน · The first ones, the earliest to end first.',
      resolve: ({ orders }) => [...orders],
    }),
  }),
});

type Asked = { readonly withinDays: number; readonly first: number; readonly filter?: CentreFilter | null | undefined };

function problemsOf({ withinDays, first }: Asked) {
  const problem = (field: string, th: string, en: string) => [{ field, message: { th, en } }];
  return [
    ...(withinDays < 0 || withinDays > DAYS_MAX
      ? problem('withinDays', `ขอได้ 0 ถึง ${DAYS_MAX} วัน`, `withinDays is from 0 to ${DAYS_MAX}.`)
      : []),
    ...(first < 1 || first > PAGE_MAX
      ? problem('first', `ขอได้ 1 ถึง ${PAGE_MAX} คำสั่ง`, `first is from 1 to ${PAGE_MAX}.`)
      : []),
  ];
}

/** Another line or a law that gives the delegate of line `l` of order `o` the same power on the day after the order has ended. */
const isHeldOtherwise = (floor: 1 | 2): Prisma.Sql => Prisma.sql`EXISTS (
    SELECT 1 FROM "DelegatedPower" x JOIN "DelegationOrder" y ON y."agencyId" = x."agencyId" AND y.id = x."orderId"
    WHERE x."agencyId" = o."agencyId" AND x.disclosure >= ${floor} AND y.disclosure >= ${floor} AND y.id <> o.id AND y.status <> 'DRAFT'
      AND x."delegateId" = l."delegateId" AND x.verb = l.verb AND x."processArea" = l."processArea"
      AND app.is_in_force(y."effectiveFrom", app.order_ends_on(x."revokedOn", y."endedOn", y."effectiveTo"), o."effectiveTo" + 1))
  OR EXISTS (
    SELECT 1 FROM "StatutoryPower" s
    WHERE s."agencyId" = o."agencyId" AND s.disclosure >= ${floor} AND s."positionId" = l."delegateId" AND s.verb = l.verb
      AND s."processArea" = l."processArea" AND app.lasts(s."validFrom", s."validTo", o."effectiveTo" + 1))`;

async function ordersEnding(context: Context, asked: Asked): Promise<Endings> {
  const { withinDays, first, filter } = asked;
  const problems = problemsOf(asked);
  if (problems.length > 0) throw invalidInput(...problems);
  const day = todayFor(context);
  const today = Prisma.sql`${day}::date`;
  const { floor, query } = cityDb(context);
  const rows = await query<Ending>(Prisma.sql`
    SELECT o.id, "Agency".code AS "agencyCode", "Agency"."nameTh" AS "agencyNameTh", "Agency"."nameEn" AS "agencyNameEn",
      o."orderNo" || '/' || o.year AS "orderName", o."titleTh", o."effectiveTo" AS "lastDay", o."effectiveTo" - ${today} AS "daysLeft",
      "Agency".kind = 'SAMPLE' AS "isSample", o.total,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('lineNo', l."lineNo", 'verb', l.verb, 'processArea', l."processArea",
          'subjectTh', l."subjectTh", 'ceilingAmount', l."ceilingAmount"::text, 'positionTh', p."titleTh",
          'positionEn', coalesce(p."titleEn", p."titleTh"), 'isHeldOtherwise', ${isHeldOtherwise(floor)}) ORDER BY l."lineNo"), '[]')
        FROM "DelegatedPower" l JOIN "Position" p ON p."agencyId" = l."agencyId" AND p.id = l."delegateId" AND p.disclosure >= ${floor}
        WHERE l."agencyId" = o."agencyId" AND l."orderId" = o.id AND l.disclosure >= ${floor}
          AND (l."revokedOn" IS NULL OR l."revokedOn" > o."effectiveTo")) AS losses
    FROM (
      SELECT o.*, count(*) OVER ()::int AS total FROM "DelegationOrder" o JOIN "Agency" ON "Agency".id = o."agencyId"
      WHERE o.disclosure >= ${floor} AND app.order_ends_within(o.status, o."effectiveFrom", o."effectiveTo", ${today}, ${withinDays}::int)
        AND ${selectedAgencies(filter, dayAlone(day))}
      ORDER BY o."effectiveTo", o.id LIMIT ${first}::bigint
    ) o JOIN "Agency" ON "Agency".id = o."agencyId"
    ORDER BY o."effectiveTo", o.id`);
  const total: Counted = {
    key: 'ENDING',
    name: { th: `สิ้นผลภายใน ${withinDays} วัน`, en: `Ending within ${withinDays} days` },
    count: rows[0]?.total ?? 0,
    list: 'delegationOrders',
    where: {
      status: { eq: 'IN_FORCE' },
      effectiveTo: { today: { lte: withinDays } },
      agency: whereSelected(filter, { firstDay: day, lastDay: day }),
    },
  };
  return { total, orders: withSelectionNotices(context, filter, rows) };
}

builder.objectFields(Centre, (t) => ({
  ordersEnding: t.field({
    type: OrdersEnding,
    description:
      'คำสั่งมอบอำนาจที่จะสิ้นผลภายในจำนวนวันที่ขอ และใครจะหมดอำนาจใด · Delegation orders in force that end within so many days by the day that they name, and who loses which powers. Errors: INVALID_INPUT.',
    listSize: ({ first }) => Math.max(0, first),
    args: {
      withinDays: t.arg.int({
        required: true,
        defaultValue: 90,
        description: `ภายในกี่วัน (0-${DAYS_MAX}) · Within how many days, 0 to ${DAYS_MAX}.`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `จำนวนคำสั่งแรก (1-${PAGE_MAX}) · How many orders are told one by one, 1 to ${PAGE_MAX}.`,
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
    },
    resolve: (_centre, asked, context) => ordersEnding(context, asked),
  }),
}));
