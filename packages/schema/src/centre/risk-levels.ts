import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { Centre } from './centre.type.ts';
import { countedRisks } from './counted.ts';
import { groupedArguments, processCondition } from './filter.ts';
import { groupColumns, groupsOf } from './grouping.ts';
import { askedAgencies, fiscalYearOf, hasSamples, sayWhose } from './whose-totals.ts';

type LevelCounts = {
  key: string;
  nameTh: string | null;
  nameEn: string | null;
  total: number;
  unassessed: number;
  low: number;
  medium: number;
  high: number;
  extreme: number;
  isSample: boolean;
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
    listSize: groupsOf,
    args: groupedArguments,
    resolve: async (_centre, { fiscalYear, groupBy, filter }, context) => {
      const { floor, query } = cityDb(context);
      const group = groupColumns(groupBy);
      const rows = await query<LevelCounts>(Prisma.sql`
        SELECT ${group.key} AS key, ${group.nameTh} AS "nameTh", ${group.nameEn} AS "nameEn", sum(r.total)::int AS total,
          sum(r.unassessed)::int AS unassessed, sum(r.low)::int AS low, sum(r.medium)::int AS medium, sum(r.high)::int AS high,
          sum(r.extreme)::int AS extreme, ${hasSamples}
        FROM ${countedRisks(groupBy, filter)} r JOIN "Agency" g ON g.id = r."agencyId"
        WHERE r.disclosure >= ${floor} AND r."fiscalYear" = ${fiscalYear} AND ${askedAgencies(filter, fiscalYearOf(fiscalYear))} AND ${processCondition(filter)}
        GROUP BY 1 HAVING sum(r.total) > 0 ORDER BY 1`);
      return sayWhose(context, filter, rows);
    },
  }),
}));
