import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { todayFor } from '../tenancy/moment.ts';
import { Centre } from './centre.type.ts';
import { type Counted, CountedRows } from './counted-rows.ts';
import { mitigationCounts } from './counts.ts';
import { groupedArguments } from './filter.ts';
import { groupType } from './group-fields.ts';
import { groupedQuery } from './grouped-query.ts';
import { groupsMax } from './grouping.ts';

type Progress = {
  total: number;
  done: number;
  overdue: number;
  cancelled: number;
  averageProgressPercent: number | null;
  completionPercent: number | null;
};
type Cells = { readonly cells: () => Counted[] };

const CELLS = 4;

/** Every mitigation is in one of these. */
function cellsOf({ total, done, overdue, cancelled }: Progress, where: Where): Counted[] {
  const cell = (key: string, th: string, en: string, count: number, status: Where): Counted => ({
    key,
    name: { th, en },
    count,
    list: 'mitigations',
    where: { ...where, status },
  });
  return [
    cell('OPEN', 'ยังไม่ถึงกำหนด', 'Not done, not overdue', total - done - overdue - cancelled, {
      in: ['PLANNED', 'IN_PROGRESS'],
    }),
    cell('OVERDUE', 'เกินกำหนด', 'Overdue', overdue, { eq: 'OVERDUE' }),
    cell('DONE', 'แล้วเสร็จ', 'Done', done, { eq: 'DONE' }),
    cell('CANCELLED', 'ยกเลิก', 'Cancelled', cancelled, { eq: 'CANCELLED' }),
  ];
}

const MitigationProgress = groupType<Progress & Cells>({
  name: 'MitigationProgress',
  description: 'ความก้าวหน้าของมาตรการของกลุ่มหนึ่งในปีหนึ่ง · Progress of the mitigations of one group in one year.',
});

builder.objectFields(MitigationProgress, (t) => ({
  total: t.exposeInt('total', { description: 'ทั้งหมด รวมที่ยกเลิก · All mitigations, cancelled ones included.' }),
  done: t.exposeInt('done', { description: 'แล้วเสร็จ · Done.' }),
  overdue: t.exposeInt('overdue', { description: 'เกินกำหนดในวันนี้ · Overdue today in Bangkok.' }),
  cancelled: t.exposeInt('cancelled', { description: 'ยกเลิก · Cancelled.' }),
  averageProgressPercent: t.exposeFloat('averageProgressPercent', {
    nullable: true,
    description:
      'ความก้าวหน้าเฉลี่ย (ร้อยละ) ไม่รวมที่ยกเลิก ว่างเมื่อยกเลิกทั้งหมด · Mean progress in percent, cancelled ones left out; null when all are.',
  }),
  completionPercent: t.exposeFloat('completionPercent', {
    nullable: true,
    description:
      'ร้อยละที่แล้วเสร็จ ไม่นับที่ยกเลิก ว่างเมื่อยกเลิกทั้งหมด · Share that is done, in percent, cancelled ones left out; null when all are.',
  }),
  cells: t.field({
    type: [CountedRows],
    listSize: CELLS,
    description:
      'ทุกสถานะในวันนี้: ยังไม่ถึงกำหนด เกินกำหนด แล้วเสร็จ ยกเลิก · Every state today: OPEN (neither done nor overdue), OVERDUE, DONE, CANCELLED, and the condition that lists its mitigations.',
    resolve: ({ cells }) => cells(),
  }),
}));

const left = Prisma.sql`nullif(sum(counted.total - counted.cancelled), 0)`;

builder.objectFields(Centre, (t) => ({
  mitigationProgress: t.field({
    type: [MitigationProgress],
    description:
      'ความก้าวหน้าของมาตรการจัดการความเสี่ยง แยกตามกลุ่มและปี · Completion of the mitigations of registers by group and fiscal year, and what is overdue; in the order of the keys, then of the years. Errors: INVALID_INPUT.',
    listSize: groupsMax,
    args: groupedArguments,
    resolve: async (_centre, asked, context, { schema }) => {
      const rows = await groupedQuery<Progress>(context, schema, asked, {
        from: (floor) => mitigationCounts(asked.groupBy, asked.filter, { floor, today: todayFor(context) }),
        columns: {
          total: Prisma.sql`sum(counted.total)::int`,
          done: Prisma.sql`sum(counted.done)::int`,
          overdue: Prisma.sql`sum(counted.overdue)::int`,
          cancelled: Prisma.sql`sum(counted.cancelled)::int`,
          averageProgressPercent: Prisma.sql`round(sum(counted.progress)::numeric / ${left}, 2)::float8`,
          completionPercent: Prisma.sql`round(100 * sum(counted.done)::numeric / ${left}, 2)::float8`,
        },
        none: { total: 0, done: 0, overdue: 0, cancelled: 0, averageProgressPercent: null, completionPercent: null },
        places: { agency: ['agency'], processArea: ['risk', 'processArea'] },
      });
      return rows.map((row) => ({ ...row, cells: () => cellsOf(row, row.where()) }));
    },
  }),
}));
