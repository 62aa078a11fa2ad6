import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { valueLoader } from '../graphql/loader.ts';
import { todayFor } from '../tenancy/moment.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { isAnswerCurrent, type OitItemState, stateOf } from './oit-answer.logic.ts';

type Asked = { readonly agencyId: string; readonly fiscalYear: number };

const keyOf = ({ agencyId, fiscalYear }: Asked): string => `${agencyId} ${fiscalYear}`;

/** Everything of the items of an agency's round that readiness counts, in one statement for all agencies and years that are asked about. */
const itemsOfYear = valueLoader(async (context, asked: readonly Asked[]) => {
  const found = await agencyDb(context).oitItem.findMany({
    where: {
      agencyId: { in: [...new Set(asked.map(({ agencyId }) => agencyId))] },
      fiscalYear: { in: [...new Set(asked.map(({ fiscalYear }) => fiscalYear))] },
    },
    select: {
      agencyId: true,
      fiscalYear: true,
      answer: true,
      isPublished: true,
      coversYear: true,
      currentOn: true,
      reviewResult: true,
      appealedOn: true,
      appealResult: true,
    },
  });
  const byKey = new Map<string, typeof found>();
  for (const item of found) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  return asked.map((each) => byKey.get(keyOf(each)) ?? []);
}, keyOf);

type Readiness = {
  readonly fiscalYear: number;
  readonly items: number;
  readonly answered: number;
  readonly upToDate: number;
  readonly states: readonly OitItemState[];
};

const countOf = ({ states }: Readiness, ...counted: readonly OitItemState[]): number =>
  states.filter((state) => counted.includes(state)).length;

const OitReadiness = builder.objectRef<Readiness>('OitReadiness').implement({
  description:
    'ความพร้อมของหน่วยงานต่อแบบตรวจ OIT ของปีหนึ่ง · How ready an agency is for the OIT of a year, in numbers of items.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    items: t.exposeInt('items', { description: 'จำนวนข้อทั้งหมด · Items of the checklist; 0 where the year has none.' }),
    answered: t.exposeInt('answered', { description: 'จำนวนข้อที่ตอบแล้ว · Items that are answered.' }),
    unanswered: t.int({
      description: 'จำนวนข้อที่ยังไม่ตอบ · Items that are not.',
      resolve: ({ items, answered }) => items - answered,
    }),
    upToDate: t.exposeInt('upToDate', {
      description: 'จำนวนข้อที่คำตอบเป็นปัจจุบัน · Items whose answer is up to date, as `isUpToDate` says.',
    }),
    passed: t.int({
      description: 'จำนวนข้อที่ผ่านการตรวจ · Items that passed the review.',
      resolve: (counted) => countOf(counted, 'PASSED'),
    }),
    failed: t.int({
      description: 'จำนวนข้อที่ไม่ผ่านการตรวจ รวมที่อุทธรณ์ · Items that failed it, those appealed against among them.',
      resolve: (counted) => countOf(counted, 'FAILED', 'APPEALED', 'APPEAL_DECIDED'),
    }),
    appealed: t.int({
      description: 'จำนวนข้อที่อุทธรณ์ · Items whose review was appealed against.',
      resolve: (counted) => countOf(counted, 'APPEALED', 'APPEAL_DECIDED'),
    }),
  }),
});

builder.prismaObjectFields(Agency, (t) => ({
  oitReadiness: t.field({
    type: OitReadiness,
    description:
      'ความพร้อมต่อแบบตรวจ OIT ของปีหนึ่ง · How ready the agency is for the OIT of a fiscal year: items answered, up to date, reviewed; for those who may read its items, zeros for others.',
    args: {
      fiscalYear: t.arg({
        type: 'FiscalYear',
        required: true,
        description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).',
      }),
    },
    select: { id: true },
    resolve: async ({ id: agencyId }, { fiscalYear }, context) => {
      const items = await itemsOfYear(context).load({ agencyId, fiscalYear });
      const today = todayFor(context);
      return {
        fiscalYear,
        items: items.length,
        answered: items.filter(({ answer }) => answer !== 'NONE').length,
        upToDate: items.filter((item) => isAnswerCurrent(item, today)).length,
        states: items.map(stateOf),
      };
    },
  }),
}));
