import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import { indicatorOutcome } from '../plan/indicator-result.logic.ts';
import { IndicatorKind, IndicatorOutcomeEnum } from '../plan/plan.enums.ts';
import { CurrentRiskLevel, MitigationStatus } from '../risk/risk.enums.ts';
import { IndicatorOperator } from '../taxonomy/taxonomy.enums.ts';
import { hasProgressChanged } from './source-changes.logic.ts';
import { lastQuarterOf } from './year-report.logic.ts';

/** Parts of items are bounded for a report as a whole, too. */
const partsOfItem = {
  query: { orderBy: { sortOrder: 'asc' as const } },
  listSize: { each: most.partsOfProject, all: 10 * most.itemsOfReport, of: 'YearReport' },
};

const changed =
  'ต้นทางเปลี่ยนหลังจากนำมา · Whether its source says something else by now: what was reported or recorded was changed since it was taken over. `takeOverReportItem` takes it over again.';

export const YearReportItem = builder.prismaNode('YearReportItem', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    titleTh: t.exposeString('titleTh'),
    project: t.relation('project', { nullable: true }),
    risk: t.relation('risk', { nullable: true }),
    resultTh: t.exposeString('resultTh', { nullable: true }),
    progressPercent: t.exposeInt('progressPercent', { nullable: true }),
    spentAmount: t.expose('spentAmount', { type: 'Decimal', nullable: true }),
    problemsTh: t.exposeString('problemsTh', { nullable: true }),
    suggestionsTh: t.exposeString('suggestionsTh', { nullable: true }),
    levelBefore: t.expose('levelBefore', { type: CurrentRiskLevel, nullable: true }),
    levelAfter: t.expose('levelAfter', { type: CurrentRiskLevel, nullable: true }),
    values: t.relation('values', partsOfItem),
    measures: t.relation('measures', partsOfItem),
    progressReport: t.relation('progressReport', { nullable: true }),
    takenVersion: t.exposeInt('takenVersion', { nullable: true }),
    isSourceChanged: t.boolean({
      description: changed,
      select: {
        progressReportId: true,
        takenVersion: true,
        levelAfter: true,
        report: { select: { kind: true, fiscalYear: true } },
        project: {
          select: { progressReports: { select: { id: true, fiscalYear: true, quarter: true, version: true } } },
        },
        risk: { select: { level: true } },
        measures: { select: { takenVersion: true, mitigation: { select: { version: true } } } },
      },
      resolve: ({ report, project, risk, measures, levelAfter, ...taken }) => {
        const period = { fiscalYear: report.fiscalYear, lastQuarter: lastQuarterOf(report.kind) };
        if (project) return hasProgressChanged(taken, project.progressReports, period);
        if (risk && risk.level !== levelAfter) return true;
        return measures.some(({ takenVersion, mitigation }) => mitigation.version !== takenVersion);
      },
    }),
    version: t.exposeInt('version'),
  }),
});

export const YearReportValue = builder.prismaNode('YearReportValue', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    kind: t.expose('kind', { type: IndicatorKind }),
    textTh: t.exposeString('textTh'),
    operator: t.expose('operator', { type: IndicatorOperator, nullable: true }),
    threshold: t.expose('threshold', { type: 'Decimal', nullable: true }),
    unitTh: t.exposeString('unitTh', { nullable: true }),
    value: t.expose('value', { type: 'Decimal', nullable: true }),
    previous: t.expose('previous', { type: 'Decimal', nullable: true }),
    outcome: t.field({
      type: IndicatorOutcomeEnum,
      description: 'ผลเทียบเป้าหมาย · How the value compares with the target.',
      select: { operator: true, threshold: true, value: true, previous: true },
      resolve: (value) => indicatorOutcome(value, value),
    }),
  }),
});

export const YearReportMeasure = builder.prismaNode('YearReportMeasure', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    mitigation: t.relation('mitigation'),
    measureTh: t.exposeString('measureTh'),
    status: t.expose('mitigationStatus', { type: MitigationStatus }),
    progressPercent: t.exposeInt('progressPercent'),
    doneOn: t.expose('doneOn', { type: 'Date', nullable: true }),
    doneTh: t.exposeString('doneTh', { nullable: true }),
    leftTh: t.exposeString('leftTh', { nullable: true }),
    takenVersion: t.exposeInt('takenVersion'),
    isSourceChanged: t.boolean({
      description: changed,
      select: { takenVersion: true, mitigation: { select: { version: true } } },
      resolve: ({ takenVersion, mitigation }) => mitigation.version !== takenVersion,
    }),
    version: t.exposeInt('version'),
  }),
});
