import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { dayAfter } from '../delegation/authority/in-force.logic.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { todayFor } from '../tenancy/moment.ts';
import { agencyColumns, dayAlone, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import { agenciesMax, type CentreFilter } from './centre-filter.ts';
import { type Counted, CountedRows } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { CentreFilterInput } from './filter.ts';
import { type WarningName, warnings } from './warning-events.ts';

const HORIZONS = [30, 60, 90] as const;
const names = ['MITIGATION', 'RISK_REVIEW', 'MONTHLY_REPORT', 'ORDER'] as const satisfies readonly WarningName[];

type Row = {
  readonly kind: WarningName;
  readonly agencyCode: string | null;
  readonly agencyNameTh: string | null;
  readonly agencyNameEn: string | null;
  readonly isSample: boolean;
  readonly counts: readonly number[];
};
type EarlyWarning = Row & { readonly cells: () => Counted[] };
type Asked = { readonly byAgency: boolean; readonly filter?: CentreFilter | null | undefined };

const meaningOf = (kind: WarningName): string => `${warnings[kind].name.th} · ${warnings[kind].name.en}.`;

const WarningKind = enumOf<WarningName>('EarlyWarningKind', 'สิ่งที่จะครบกำหนด · What falls due.', {
  MITIGATION: meaningOf('MITIGATION'),
  RISK_REVIEW: meaningOf('RISK_REVIEW'),
  MONTHLY_REPORT: meaningOf('MONTHLY_REPORT'),
  ORDER: meaningOf('ORDER'),
});

const EarlyWarningRef = builder.objectRef<EarlyWarning>('EarlyWarning').implement({
  description:
    'สิ่งที่จะเกินกำหนดภายใน 30 60 และ 90 วัน · What will be overdue in 30, 60 and 90 days unless it is done before.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WarningKind, description: 'สิ่งใด · What.' }),
    nameTh: t.string({ description: 'ชื่อภาษาไทย · Name in Thai.', resolve: ({ kind }) => warnings[kind].name.th }),
    nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Name in English.', resolve: ({ kind }) => warnings[kind].name.en }),
    agencyCode: t.exposeString('agencyCode', {
      nullable: true,
      description: 'รหัสหน่วยงาน เมื่อขอแยกหน่วยงาน · Code of the agency, when asked by agency.',
    }),
    agencyNameTh: t.exposeString('agencyNameTh', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาไทย · Thai name of the agency, when asked by agency.',
    }),
    agencyNameEn: t.exposeString('agencyNameEn', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name of the agency, when asked by agency.',
    }),
    cells: t.field({
      type: [CountedRows],
      listSize: HORIZONS.length,
      description:
        'ภายใน 30 60 และ 90 วัน แต่ละช่องรวมช่องก่อนหน้า · Within 30, 60 and 90 days; each includes those before it. What is overdue already is not among them.',
      resolve: ({ cells }) => cells(),
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
  }),
});

function cellsOf({ kind, agencyCode, counts }: Row, filter: Asked['filter'], today: Date): Counted[] {
  const { list, where } = warnings[kind];
  const agency =
    agencyCode === null ? whereSelected(filter, { firstDay: today, lastDay: today }) : { code: { eq: agencyCode } };
  return HORIZONS.map((days, place) => ({
    key: `WITHIN_${days}`,
    name: { th: `ภายใน ${days} วัน`, en: `Within ${days} days` },
    count: counts[place] ?? 0,
    list,
    where: { and: [where(today, dayAfter(today, days)), { agency }] },
  }));
}

async function earlyWarnings(context: Context, { byAgency, filter }: Asked): Promise<EarlyWarning[]> {
  const today = todayFor(context);
  const { floor, query } = cityDb(context);
  const events = names.map(
    (kind) => Prisma.sql`SELECT ${kind}::text AS kind, e.* FROM (${warnings[kind].events(today, floor)}) e`,
  );
  const within = HORIZONS.map(
    (days) => Prisma.sql`count(*) FILTER (WHERE e."dueOn" < ${today}::date + ${days}::int)::int`,
  );
  const found = await query<Row>(Prisma.sql`
    SELECT e.kind, ${agencyColumns(byAgency)},
      ARRAY[${Prisma.join(within)}] AS counts, ${hasSamples}
    FROM (${Prisma.join(events, ' UNION ALL ')}) e JOIN "Agency" ON "Agency".id = e."agencyId"
    WHERE e."dueOn" < ${today}::date + ${Math.max(...HORIZONS)}::int AND ${selectedAgencies(filter, dayAlone(today))}
    GROUP BY e.kind${byAgency ? Prisma.sql`, e."agencyId"` : Prisma.empty} ORDER BY 2`);
  const rows = withSelectionNotices(context, filter, found);
  const none = { agencyCode: null, agencyNameTh: null, agencyNameEn: null, isSample: false, counts: [] };
  return names
    .flatMap((kind): Row[] => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return ofKind.length > 0 || byAgency ? ofKind : [{ kind, ...none }];
    })
    .map((row) => ({ ...row, cells: () => cellsOf(row, filter, today) }));
}

builder.objectFields(Centre, (t) => ({
  earlyWarnings: t.field({
    type: [EarlyWarningRef],
    description:
      'คำเตือนล่วงหน้า: มาตรการ การทบทวน รายงานประจำเดือน และคำสั่ง ที่จะเกินกำหนดภายใน 30 60 และ 90 วัน · Early warnings: mitigations, reviews, monthly reports and orders that will be overdue in 30, 60 and 90 days. Reports are told by the orders whose delegates owe them.',
    listSize: ({ byAgency, filter }, cityCounts) => names.length * (byAgency ? agenciesMax(filter, cityCounts) : 1),
    args: {
      byAgency: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'แยกหน่วยงาน เฉพาะที่มี · By agency, of those alone that have any.',
      }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
    },
    resolve: (_centre, asked, context) => earlyWarnings(context, asked),
  }),
}));
