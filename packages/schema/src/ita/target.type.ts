import { builder } from '../graphql/builder.ts';
import { Origin, storedEnum } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { valueLoader } from '../graphql/loader.ts';
import { recordNode } from '../graphql/nodes.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { hundredths } from './result.loader.ts';
import { lastYearOf, type YearOfTarget, yearsOfTarget } from './target.logic.ts';

export const IntegrityMeasure = storedEnum('IntegrityMeasure', 'สิ่งที่เป้าหมายวัด · What a target measures.', {
  ITA: 'คะแนนการประเมินคุณธรรมและความโปร่งใส · The total of the integrity and transparency assessment.',
  CPI: 'ดัชนีการรับรู้การทุจริต · The Corruption Perceptions Index; the registry keeps no results of it.',
});

export const TargetScope = storedEnum('TargetScope', 'ผู้ที่เป้าหมายกล่าวถึง · Whom a target is about.', {
  NATION: 'ทุกหน่วยงานของประเทศ · All agencies of the nation.',
  CITY: 'สำนักงานเขต สำนัก และส่วนราชการของกรุงเทพมหานคร · The district offices, departments and offices of the city.',
  AGENCY: 'หน่วยงานเดียว · One agency.',
});

/** Every known total that the viewer sees, in one statement for all targets. */
const visibleTotals = valueLoader(async (context, keys: readonly 'all'[]) => {
  const rows = await agencyDb(context).itaAssessment.findMany({
    where: { total: { not: null } },
    select: { fiscalYear: true, total: true, agency: { select: { code: true, kind: true } } },
  });
  const totals = rows.flatMap(({ fiscalYear, total, agency }) =>
    total ? [{ fiscalYear, total: hundredths(total), agencyCode: agency.code, agencyKind: agency.kind }] : [],
  );
  return keys.map(() => totals);
});

const TargetYear = builder.objectRef<YearOfTarget>('TargetYear').implement({
  description: 'ผลเทียบกับเป้าหมายในปีหนึ่ง · What is reached of a target in a year, of the results that the viewer may see.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    assessedCount: t.exposeInt('assessedCount', {
      description: 'หน่วยงานที่มีคะแนน ไม่นับหน่วยงานตัวอย่าง · Agencies with a score, invented ones left out.',
    }),
    reachedCount: t.exposeInt('reachedCount', { description: 'หน่วยงานที่ถึงเป้าหมาย · Agencies that reach it.' }),
    isReached: t.boolean({
      description: 'ทุกหน่วยงานที่มีคะแนนถึงเป้าหมายหรือไม่ · Whether every agency with a score reaches it.',
      resolve: ({ assessedCount, reachedCount }) => assessedCount === reachedCount,
    }),
  }),
});

export const IntegrityTarget = builder.prismaNode('IntegrityTarget', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    measure: t.expose('measure', { type: IntegrityMeasure }),
    scope: t.expose('scope', { type: TargetScope }),
    agency: t.relation('agency', { nullable: true }),
    agencyCode: t.string({
      nullable: true,
      description: 'รหัสหน่วยงาน เมื่อเป็นเป้าหมายของหน่วยงานเดียว · Code of the agency, for a target of one agency alone.',
      select: { agency: { select: { code: true } } },
      resolve: ({ agency }) => agency?.code ?? null,
    }),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    fiscalYearFrom: t.expose('fiscalYearFrom', { type: 'FiscalYear' }),
    fiscalYearTo: t.expose('fiscalYearTo', { type: 'FiscalYear' }),
    leastPoints: t.expose('leastPoints', { type: 'Decimal', nullable: true }),
    leastSharePercent: t.expose('leastSharePercent', { type: 'Decimal', nullable: true }),
    rankAtMost: t.exposeInt('rankAtMost', { nullable: true }),
    sourceTh: t.exposeString('sourceTh'),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
    reached: t.field({
      type: [TargetYear],
      listSize: most.yearsOfItaTrend,
      description:
        'ผลทีละปีจนถึงปีเป้าหมายหรือปีที่เลิกใช้ เฉพาะเป้าหมายที่ทะเบียนมีผล · What is reached, year by year until it is due or was ended; empty where the registry keeps no results.',
      select: {
        measure: true,
        scope: true,
        agency: { select: { code: true } },
        leastPoints: true,
        fiscalYearTo: true,
        endedOn: true,
      },
      resolve: async ({ measure, leastPoints, agency, fiscalYearTo, endedOn, scope }, _args, context) => {
        if (measure !== 'ITA' || !leastPoints) return [];
        const totals = await visibleTotals(context).load('all');
        const target = { scope, agencyCode: agency?.code ?? null, fiscalYearTo: lastYearOf({ fiscalYearTo, endedOn }) };
        return yearsOfTarget({ ...target, leastPoints: hundredths(leastPoints) }, totals).slice(-most.yearsOfItaTrend);
      },
    }),
  }),
});

builder.queryFields((t) => ({
  targets: t.prismaField({
    type: [IntegrityTarget],
    listSize: most.integrityTargets,
    description:
      'เป้าหมายของประเทศ ของกรุงเทพมหานคร และของหน่วยงาน พร้อมผลที่ได้ · What the nation, the city and agencies set out to reach, each with its source and with what is reached, by year. Errors: UNAUTHENTICATED, FORBIDDEN.',
    resolve: (query, _root, _args, context) =>
      agencyDb(context).integrityTarget.findMany({
        ...query,
        orderBy: [{ fiscalYearTo: 'asc' }, { code: 'asc' }],
        take: most.integrityTargets,
      }),
  }),
}));
