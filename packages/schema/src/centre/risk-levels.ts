import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { Centre } from './centre.type.ts';
import { riskCounts } from './counts.ts';
import { groupedArguments } from './filter.ts';
import { type Group, groupedQuery } from './grouped-query.ts';
import { groupsMax } from './grouping.ts';

type LevelCounts = Group & {
  total: number;
  unassessed: number;
  low: number;
  medium: number;
  high: number;
  extreme: number;
};

const RiskLevelCounts = builder.objectRef<LevelCounts>('RiskLevelCounts').implement({
  description: 'จำนวนความเสี่ยงตามระดับของกลุ่มหนึ่ง · Risks of one group by current level.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'รหัสของกลุ่ม เช่น รหัสหน่วยงาน · Key of the group: code of the agency, group of districts (NONE outside them), kind or process area.',
    }),
    nameTh: t.exposeString('nameTh', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาไทย · Thai name, when grouped by agency.',
    }),
    nameEn: t.exposeString('nameEn', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name, when grouped by agency.',
    }),
    total: t.exposeInt('total', { description: 'ทั้งหมด · All risks.' }),
    unassessed: t.exposeInt('unassessed', { description: 'ยังไม่ประเมิน · Unassessed.' }),
    low: t.exposeInt('low', { description: 'ต่ำ · Low.' }),
    medium: t.exposeInt('medium', { description: 'ปานกลาง · Medium.' }),
    high: t.exposeInt('high', { description: 'สูง · High.' }),
    extreme: t.exposeInt('extreme', { description: 'สูงมาก · Extreme.' }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  riskLevels: t.field({
    type: [RiskLevelCounts],
    description:
      'จำนวนความเสี่ยงตามระดับ แยกตามกลุ่ม · Risks of a fiscal year by current level and group, in the order of the keys; groups without risks are absent.',
    listSize: groupsMax,
    args: groupedArguments,
    resolve: (_centre, asked, context) =>
      groupedQuery<LevelCounts>(context, asked, {
        from: () => riskCounts(asked.groupBy, asked.filter),
        columns: {
          total: Prisma.sql`sum(counted.total)::int`,
          unassessed: Prisma.sql`sum(counted.unassessed)::int`,
          low: Prisma.sql`sum(counted.low)::int`,
          medium: Prisma.sql`sum(counted.medium)::int`,
          high: Prisma.sql`sum(counted.high)::int`,
          extreme: Prisma.sql`sum(counted.extreme)::int`,
        },
      }),
  }),
}));
