import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { GraphQLSchema } from 'graphql';
import { builder } from '../graphql/builder.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { nameOfValue } from '../graphql/value-names.ts';
import { Centre } from './centre.type.ts';
import { type Counted, CountedRows } from './counted-rows.ts';
import { riskCounts } from './counts.ts';
import { groupedArguments } from './filter.ts';
import { groupType } from './group-fields.ts';
import { groupedQuery } from './grouped-query.ts';
import { groupsMax } from './grouping.ts';

type LevelCounts = {
  total: number;
  unassessed: number;
  low: number;
  medium: number;
  high: number;
  extreme: number;
};
type Cells = { readonly cells: () => Counted[] };

const levels = [
  ['unassessed', 'UNASSESSED'],
  ['low', 'LOW'],
  ['medium', 'MEDIUM'],
  ['high', 'HIGH'],
  ['extreme', 'EXTREME'],
] as const;

const cellsOf = (row: LevelCounts, where: Where, schema: GraphQLSchema): Counted[] =>
  levels.map(([column, level]) => ({
    key: level,
    name: nameOfValue(schema, 'CurrentRiskLevel', level),
    count: row[column],
    list: 'risks',
    where: { ...where, level: { eq: level } },
  }));

const RiskLevelCounts = groupType<LevelCounts & Cells>({
  name: 'RiskLevelCounts',
  description: 'จำนวนความเสี่ยงตามระดับของกลุ่มหนึ่งในปีหนึ่ง · Risks of one group in one year by current level.',
});

builder.objectFields(RiskLevelCounts, (t) => ({
  total: t.exposeInt('total', { description: 'ทั้งหมด · All risks.' }),
  unassessed: t.exposeInt('unassessed', { description: 'ยังไม่ประเมิน · Unassessed.' }),
  low: t.exposeInt('low', { description: 'ต่ำ · Low.' }),
  medium: t.exposeInt('medium', { description: 'ปานกลาง · Medium.' }),
  high: t.exposeInt('high', { description: 'สูง · High.' }),
  extreme: t.exposeInt('extreme', { description: 'สูงมาก · Extreme.' }),
  cells: t.field({
    type: [CountedRows],
    listSize: levels.length,
    description:
      'ทุกระดับ จากยังไม่ประเมินถึงสูงมาก ระดับที่ไม่มีความเสี่ยงเป็น 0 · Every level from unassessed to extreme, those without risks with 0, and the condition that lists its risks.',
    resolve: ({ cells }) => cells(),
  }),
}));

const sumOf = (column: string): Prisma.Sql => Prisma.raw(`sum(counted.${column})::int`);

builder.objectFields(Centre, (t) => ({
  riskLevels: t.field({
    type: [RiskLevelCounts],
    description:
      'จำนวนความเสี่ยงตามระดับ แยกตามกลุ่มและปี (แนวโน้ม) · Risks by current level, group and fiscal year: of several years it is the trend. In the order of the keys, then of the years; groups without risks in any of the years are absent. Errors: INVALID_INPUT.',
    listSize: groupsMax,
    args: groupedArguments,
    resolve: async (_centre, asked, context, { schema }) => {
      const rows = await groupedQuery<LevelCounts>(context, schema, asked, {
        from: () => riskCounts(asked.groupBy, asked.filter),
        columns: {
          total: sumOf('total'),
          unassessed: sumOf('unassessed'),
          low: sumOf('low'),
          medium: sumOf('medium'),
          high: sumOf('high'),
          extreme: sumOf('extreme'),
        },
        none: { total: 0, unassessed: 0, low: 0, medium: 0, high: 0, extreme: 0 },
        places: { agency: ['agency'], processArea: ['processArea'] },
      });
      return rows.map((row) => ({ ...row, cells: () => cellsOf(row, row.where(), schema) }));
    },
  }),
}));
