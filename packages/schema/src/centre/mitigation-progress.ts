import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { Centre } from './centre.type.ts';
import { countedMitigations } from './counted.ts';
import { groupedArguments, processCondition } from './filter.ts';
import { groupColumns, groupsOf } from './grouping.ts';
import { askedAgencies, fiscalYearOf, hasSamples, sayWhose } from './whose-totals.ts';

type Progress = {
  key: string;
  nameTh: string | null;
  nameEn: string | null;
  total: number;
  done: number;
  overdue: number;
  cancelled: number;
  averageProgressPercent: number | null;
  isSample: boolean;
};

const MitigationProgress = builder.objectRef<Progress>('MitigationProgress').implement({
  description: 'ความก้าวหน้าของมาตรการของกลุ่มหนึ่ง · Progress of the mitigations of one group.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'รหัสของกลุ่ม · Key of the group.' }),
    nameTh: t.exposeString('nameTh', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาไทย · Thai name, when grouped by agency.',
    }),
    nameEn: t.exposeString('nameEn', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name, when grouped by agency.',
    }),
    total: t.exposeInt('total', { description: 'ทั้งหมด รวมที่ยกเลิก · All mitigations, cancelled ones included.' }),
    done: t.exposeInt('done', { description: 'แล้วเสร็จ · Done.' }),
    overdue: t.exposeInt('overdue', { description: 'เกินกำหนดในวันนี้ · Overdue today in Bangkok.' }),
    cancelled: t.exposeInt('cancelled', { description: 'ยกเลิก · Cancelled.' }),
    averageProgressPercent: t.exposeFloat('averageProgressPercent', {
      nullable: true,
      description:
        'ความก้าวหน้าเฉลี่ย (ร้อยละ) ไม่รวมที่ยกเลิก ว่างเมื่อยกเลิกทั้งหมด · Mean progress in percent, cancelled ones left out; null when all are.',
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  mitigationProgress: t.field({
    type: [MitigationProgress],
    description:
      'ความก้าวหน้าของมาตรการจัดการความเสี่ยง แยกตามกลุ่ม · Mitigations of a fiscal year’s registers by group, in the order of the keys.',
    listSize: groupsOf,
    args: groupedArguments,
    resolve: async (_centre, { fiscalYear, groupBy, filter }, context) => {
      const { floor, query } = cityDb(context);
      const group = groupColumns(groupBy);
      const rows = await query<Progress>(Prisma.sql`
        SELECT ${group.key} AS key, ${group.nameTh} AS "nameTh", ${group.nameEn} AS "nameEn", sum(r.total)::int AS total,
          sum(r.done)::int AS done, sum(r.overdue)::int AS overdue, sum(r.cancelled)::int AS cancelled,
          round(sum(r.progress)::numeric / nullif(sum(r.total - r.cancelled), 0), 2)::float8 AS "averageProgressPercent",
          ${hasSamples}
        FROM ${countedMitigations(groupBy, filter, floor)} r JOIN "Agency" g ON g.id = r."agencyId"
        WHERE r.disclosure >= ${floor} AND r."fiscalYear" = ${fiscalYear} AND ${askedAgencies(filter, fiscalYearOf(fiscalYear))} AND ${processCondition(filter)}
        GROUP BY 1 HAVING sum(r.total) > 0 ORDER BY 1`);
      return sayWhose(context, filter, rows);
    },
  }),
}));
