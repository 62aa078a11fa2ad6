import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { Centre } from './centre.type.ts';
import { mitigationCounts } from './counts.ts';
import { groupedArguments } from './filter.ts';
import { type Group, groupedQuery } from './grouped-query.ts';
import { groupsMax } from './grouping.ts';

type Progress = Group & {
  total: number;
  done: number;
  overdue: number;
  cancelled: number;
  averageProgressPercent: number | null;
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
    listSize: groupsMax,
    args: groupedArguments,
    resolve: (_centre, asked, context) =>
      groupedQuery<Progress>(context, asked, {
        from: (floor) => mitigationCounts(asked.groupBy, asked.filter, floor),
        columns: {
          total: Prisma.sql`sum(counted.total)::int`,
          done: Prisma.sql`sum(counted.done)::int`,
          overdue: Prisma.sql`sum(counted.overdue)::int`,
          cancelled: Prisma.sql`sum(counted.cancelled)::int`,
          averageProgressPercent: Prisma.sql`round(sum(counted.progress)::numeric / nullif(sum(counted.total - counted.cancelled), 0), 2)::float8`,
        },
      }),
  }),
}));
