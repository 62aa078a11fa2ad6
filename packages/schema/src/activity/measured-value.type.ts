import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { type Quarter, quarterDays } from '../base/fiscal-year.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import { valueLoader } from '../graphql/loader.ts';
import { Indicator } from '../plan/project-parts.type.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { activityById } from './activity.loader.ts';
import { IntegrityActivity } from './activity.type.ts';
import { percentsOf } from './activity-percent.logic.ts';

const quarters: readonly Quarter[] = [1, 2, 3, 4];

type Asked = { readonly indicatorId: string; readonly fiscalYear: number; readonly until: Date };
type Measured = { readonly value: string; readonly activityId: string };

/** What the latest confirmed activity until a day of a year gives for an indicator, in one statement for all that are asked about. */
const measuredValues = valueLoader(
  async (context, asked: readonly Asked[]): Promise<(Measured | null)[]> => {
    const activities = await agencyDb(context).integrityActivity.findMany({
      where: {
        indicatorId: { in: asked.map(({ indicatorId }) => indicatorId) },
        fiscalYear: { in: asked.map(({ fiscalYear }) => fiscalYear) },
        status: { not: 'DRAFT' },
      },
      orderBy: [{ heldFrom: 'desc' }, { id: 'desc' }],
    });
    return asked.map(({ indicatorId, fiscalYear, until }) => {
      for (const activity of activities) {
        if (activity.indicatorId !== indicatorId || activity.fiscalYear !== fiscalYear) continue;
        const [percent] = percentsOf(activity);
        if (percent && (activity.heldTo ?? activity.heldFrom) <= until)
          return { value: percent.value, activityId: activity.id };
      }
      return null;
    });
  },
  ({ indicatorId, fiscalYear, until }) => `${indicatorId} ${fiscalYear} ${until.toISOString()}`,
);

const MeasuredValue = builder.objectRef<Measured>('MeasuredValue').implement({
  description: 'ค่าที่กิจกรรมวัดได้สำหรับตัวชี้วัด · What an activity measured for an indicator.',
  fields: (t) => ({
    value: t.field({
      type: 'Decimal',
      description: 'ร้อยละ สองตำแหน่ง · In percent, with two decimals.',
      resolve: ({ value }) => new Prisma.Decimal(value),
    }),
    activity: t.field({
      type: IntegrityActivity,
      nullable: true,
      description: 'กิจกรรมที่วัด · The activity that measured it.',
      resolve: ({ activityId }, _args, context, info) => activityById(activityId, context, info),
    }),
  }),
});

builder.prismaObjectFields(Indicator, (t) => ({
  measuredValue: t.field({
    type: MeasuredValue,
    nullable: true,
    description:
      'ค่าที่เสนอให้เมื่อรายงานความก้าวหน้า: ร้อยละของกิจกรรมล่าสุดที่ยืนยันแล้วจนถึงสิ้นไตรมาส ทะเบียนไม่บันทึกให้เอง · What is offered when progress is reported: the percentage of the latest confirmed activity until the end of the quarter; null where none gives one. The registry never writes it by itself. Errors: INVALID_INPUT.',
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }),
      quarter: t.arg.int({ required: true, description: 'ไตรมาส (1-4) · Quarter, 1 to 4.' }),
    },
    select: { id: true },
    resolve: ({ id: indicatorId }, { fiscalYear, quarter: asked }, context) => {
      const quarter = quarters.find((each) => each === asked);
      const check = new Check();
      if (!quarter) check.within('quarter', asked, 1, quarters.length);
      check.refuse();
      return quarter
        ? measuredValues(context).load({ indicatorId, fiscalYear, until: quarterDays(fiscalYear, quarter).lastDay })
        : null;
    },
  }),
}));
