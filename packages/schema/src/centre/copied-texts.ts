import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { invalidInput } from '../base/errors.ts';
import { type DayRange, fiscalYearDays } from '../base/fiscal-year.logic.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { LENGTH_MAX, LIST_MAX, PAGE_MAX } from '../graphql/limits.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import type { CentreFilter } from './centre-filter.ts';
import { type Counted, CountedRows } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { CentreFilterInput } from './filter.ts';
import { type AskedYears, yearArguments, yearsOf } from './years.ts';

const AGENCIES_SHOWN = 20;

const sources = {
  RISKS: { table: Prisma.raw('"Risk"'), column: 'titleTh', list: 'risks' },
  MITIGATIONS: { table: Prisma.raw('"Mitigation"'), column: 'measureTh', list: 'mitigations' },
} as const;

type Source = keyof typeof sources;

type Row = {
  readonly text: string;
  readonly copies: number;
  readonly agencyCount: number;
  readonly agencyCodes: readonly string[];
  readonly spellings: readonly string[];
  readonly isSample: boolean;
  readonly total: number;
};
type Copied = Row & { readonly rows: () => Counted };
type Answer = { readonly textCount: number; readonly texts: readonly Copied[] };

const CopiedTextSource = enumOf<Source>('CopiedTextSource', 'ข้อความที่เปรียบเทียบ · Which texts are compared.', {
  RISKS: 'เหตุการณ์ความเสี่ยงภาษาไทย · Risk events, in Thai.',
  MITIGATIONS: 'มาตรการภาษาไทย · Measures, in Thai.',
});

const CopiedText = builder.objectRef<Copied>('CopiedText').implement({
  description: 'ข้อความเดียวกันที่หลายหน่วยงานใช้ · A text that several agencies have in common.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'ข้อความ ตามการเขียนแบบหนึ่ง · The text, in one of its spellings.' }),
    agencyCount: t.exposeInt('agencyCount', { description: 'จำนวนหน่วยงานที่ใช้ · How many agencies have it.' }),
    agencyCodes: t.stringList({
      listSize: AGENCIES_SHOWN,
      description: `รหัสหน่วยงานที่ใช้ (ไม่เกิน ${AGENCIES_SHOWN}) · Their codes, the first ${AGENCIES_SHOWN}.`,
      resolve: ({ agencyCodes }) => [...agencyCodes],
    }),
    rows: t.field({
      type: CountedRows,
      description: `รายการที่มีข้อความนี้ ข้อความที่ยาวกว่า ${LENGTH_MAX} ตัวอักษรค้นด้วยตอนต้น · The records with the text; one of more than ${LENGTH_MAX} letters is looked for by its beginning.`,
      resolve: ({ rows }) => rows(),
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented records are among them.',
    }),
  }),
});

const CopiedTexts = builder.objectRef<Answer>('CopiedTexts').implement({
  description: 'ข้อความที่คัดลอกกันระหว่างหน่วยงาน · Texts that agencies have in common.',
  fields: (t) => ({
    textCount: t.exposeInt('textCount', { description: 'จำนวนข้อความทั้งหมด · How many texts there are in all.' }),
    texts: t.field({
      type: [CopiedText],
      listSize: 'ASKED',
      description: 'ข้อความที่หลายหน่วยงานใช้ที่สุดอยู่ก่อน · The first texts, those of most agencies first.',
      resolve: ({ texts }) => [...texts],
    }),
  }),
});

type Asked = AskedYears & {
  readonly source: Source;
  readonly first: number;
  readonly filter?: CentreFilter | null | undefined;
};

function rowsOf({ copies, spellings }: Row, { source, filter }: Asked, years: readonly number[]): Counted {
  const { column, list } = sources[source];
  const [from = 0, to = from] = [years[0], years.at(-1)];
  const days: DayRange = { firstDay: fiscalYearDays(from).firstDay, lastDay: fiscalYearDays(to).lastDay };
  const isShort = (text: string) => [...text].length <= LENGTH_MAX;
  const beginnings = spellings.filter((text) => !isShort(text)).map((text) => [...text].slice(0, LENGTH_MAX).join(''));
  const texts: Where[] = [
    { [column]: { in: spellings.filter(isShort) } },
    ...[...new Set(beginnings)].map((startsWith) => ({ [column]: { startsWith } })),
  ];
  const where = { or: texts, fiscalYear: { gte: from, lte: to }, agency: whereSelected(filter, days) };
  return { key: source, name: { th: 'ข้อความเดียวกัน', en: 'Same text' }, count: copies, list, where };
}

async function copiedTexts(context: Context, asked: Asked): Promise<Answer> {
  const { source, first, filter } = asked;
  const years = yearsOf(asked);
  if (first < 1 || first > PAGE_MAX)
    throw invalidInput({
      field: 'first',
      message: { th: `ขอได้ 1 ถึง ${PAGE_MAX} ข้อความ`, en: `first is from 1 to ${PAGE_MAX}.` },
    });
  const { table, column } = sources[source];
  const text = Prisma.raw(`t."${column}"`);
  const { from } = fiscalYearOf(years[0] ?? 0);
  const { to } = fiscalYearOf(years.at(-1) ?? 0);
  const { floor, query } = cityDb(context);
  const rows = await query<Row>(Prisma.sql`
    SELECT min(${text} COLLATE "C") AS text, count(*)::int AS copies, count(DISTINCT t."agencyId")::int AS "agencyCount",
      (array_agg(DISTINCT "Agency".code))[1:${AGENCIES_SHOWN}] AS "agencyCodes", array_agg(DISTINCT ${text}) AS spellings, ${hasSamples},
      count(*) OVER ()::int AS total
    FROM ${table} t JOIN "Agency" ON "Agency".id = t."agencyId"
    WHERE t.disclosure >= ${floor} AND t."fiscalYear" = ANY(${years}::int[]) AND ${selectedAgencies(filter, { from, to })}
    GROUP BY replace(app.folded_text(${text}), ' ', '')
    HAVING count(DISTINCT t."agencyId") > 1 AND count(DISTINCT ${text}) <= ${LIST_MAX}
    ORDER BY 3 DESC, 2 DESC, 1 LIMIT ${first}::bigint`);
  const texts = withSelectionNotices(context, filter, rows).map((row) => ({
    ...row,
    rows: () => rowsOf(row, asked, years),
  }));
  return { textCount: rows[0]?.total ?? 0, texts };
}

builder.objectFields(Centre, (t) => ({
  copiedTexts: t.field({
    type: CopiedTexts,
    description:
      'ข้อความเดียวกันที่คัดลอกกันระหว่างหน่วยงาน ไม่นับเว้นวรรค เครื่องหมาย และเลขไทยหรืออารบิกที่ต่างกัน · Texts that agencies copied from each other, apart from blanks, signs, capitals and the kind of digits. Agencies count that the centre oversees in any of the years. Errors: INVALID_INPUT.',
    listSize: ({ first }) => Math.max(0, first),
    args: {
      source: t.arg({
        type: CopiedTextSource,
        required: true,
        defaultValue: 'RISKS',
        description: 'ข้อความใด · Which texts.',
      }),
      ...yearArguments,
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `จำนวนข้อความแรก (1-${PAGE_MAX}) · How many texts, 1 to ${PAGE_MAX}.`,
      }),
      filter: t.arg({
        type: CentreFilterInput,
        description: 'ขอบเขต ยกเว้นกระบวนงาน · Which agencies; process areas are not looked at.',
      }),
    },
    resolve: (_centre, asked, context) => copiedTexts(context, asked),
  }),
}));
