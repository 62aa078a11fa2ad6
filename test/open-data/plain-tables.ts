/** The tables of open data, put together anew from what the public finds through GraphQL, without the code that serves them. */

export type Row = Record<string, unknown>;

export const EDITIONS = `query($after: String) {
  editions(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node {
      id kind number fiscalYear titleTh noteTh publishedAt announcementKind announcementNo announcedOn announcementAddress
      address contentHash content agency { code nameTh nameEn kind districtGroup }
    } }
  }
}`;

const shared = ({ address, agency, number, publishedAt }: any): Row => ({
  agencyCode: agency.code,
  agencyNameTh: agency.nameTh,
  agencyNameEn: agency.nameEn,
  agencyKind: agency.kind,
  districtGroup: agency.districtGroup,
  isSample: agency.kind === 'SAMPLE',
  editionId: address.split('/').at(-1),
  editionNumber: number,
  publishedAt,
});

const take = (from: any, ...names: string[]): Row =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? null]));

const texts = (parts: any[] | null): string[] => (parts ?? []).map(({ textTh }) => textTh);

const words = (text: string): string[] => text.trim().split(/\s+/);

const ofRisk =
  words(`code titleTh titleEn processArea furtherProcessAreas corruptionTypes itaArea factorKind actorTh actorEn
  responsibleUnit level score likelihood impact`);
const ofMitigation = words(
  'measureTh measureEn strategy ownerUnit ownerPosition dueOn budgetAmount status progressPercent doneOn cancelReasonTh',
);
const ofProject =
  words(`kind sequenceNo printedCode dimension mission subMission titleTh titleEn objectivesTh objectivesEn rationaleTh
  rationaleEn fiscalYears quarters status responsibleUnits`);
const ofIndicator = words('kind textTh textEn operator threshold unit unitTh measuredByTh measuredByEn');

/** How often each value comes, as rows. */
function counted(values: string[], name: string): Row[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort().map(([value, count]) => ({ [name]: value, count }));
}

const satang = (amount: string): bigint => BigInt(amount.replace('.', ''));
const baht = (sum: bigint): string => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;

function budgets(projects: any[]): Row[] {
  const groups = new Map<string, any[]>();
  for (const { dimension, budgetLines } of projects)
    for (const line of budgetLines) {
      const key = `${line.fiscalYear} ${dimension}`;
      groups.set(key, [...(groups.get(key) ?? []), { ...line, dimension }]);
    }
  return [...groups.keys()].sort().map((key) => {
    const lines = groups.get(key) ?? [];
    const amounts = lines.flatMap(({ amount }) => (amount === null ? [] : [satang(amount)]));
    return {
      fiscalYear: lines[0].fiscalYear,
      dimension: lines[0].dimension,
      lines: lines.length,
      amount: amounts.length === 0 ? null : baht(amounts.reduce((sum, amount) => sum + amount, 0n)),
    };
  });
}

const ofReport = ({ id: reportId, reportKind: kind, fiscalYear }: any): Row => ({ reportId, kind, fiscalYear });

/** The items of a report, or a part of each, with the report and the item that they belong to. */
const ofItems = (content: any, rows: (item: any) => Row[]): Row[] =>
  content.items.flatMap((item: any) => rows(item).map((row) => ({ ...ofReport(content), itemId: item.id, ...row })));

const ofReportItem = words(`projectId riskId titleTh resultTh progressPercent spentAmount problemsTh suggestionsTh
  levelBefore levelAfter`);

const tables: Record<string, { kind: string; rows: (content: any, edition: any) => Row[] }> = {
  risks: {
    kind: 'RISK_REGISTER',
    rows: ({ risks, origin }, { fiscalYear }) =>
      risks.map((risk: any) => ({
        fiscalYear,
        origin,
        riskId: risk.id,
        ...take({ ...risk, level: risk.level ?? 'UNASSESSED' }, ...ofRisk),
        causes: texts(risk.causes),
        controls: texts(risk.controls),
      })),
  },
  mitigations: {
    kind: 'RISK_REGISTER',
    rows: ({ risks }, { fiscalYear }) =>
      risks.flatMap(({ id, code, mitigations }: any) =>
        mitigations.map((each: any) => ({ fiscalYear, riskId: id, riskCode: code, ...take(each, ...ofMitigation) })),
      ),
  },
  'risk-levels': {
    kind: 'RISK_REGISTER',
    rows: ({ risks }, { fiscalYear }) =>
      counted(
        risks.map(({ level }: any) => level ?? 'UNASSESSED'),
        'level',
      ).map((row) => ({ fiscalYear, ...row })),
  },
  'mitigation-states': {
    kind: 'RISK_REGISTER',
    rows: ({ risks }, { fiscalYear }) =>
      counted(
        risks.flatMap(({ mitigations }: any) => mitigations.map(({ status }: any) => status)),
        'status',
      ).map((row) => ({ fiscalYear, ...row })),
  },
  projects: {
    kind: 'PLAN',
    rows: ({ titleTh, origin, projects }) =>
      projects.map((each: any) => ({ planTitleTh: titleTh, projectId: each.id, origin, ...take(each, ...ofProject) })),
  },
  'budget-lines': {
    kind: 'PLAN',
    rows: ({ titleTh: planTitleTh, projects }) =>
      projects.flatMap(({ id: projectId, dimension, titleTh, budgetLines }: any) =>
        budgetLines.map((line: any) => ({
          planTitleTh,
          projectId,
          dimension,
          titleTh,
          ...take(line, 'fiscalYear', 'status', 'amount'),
        })),
      ),
  },
  indicators: {
    kind: 'PLAN',
    rows: ({ titleTh, projects }) =>
      projects.flatMap(({ id, indicators }: any) =>
        indicators.map((each: any) => ({ planTitleTh: titleTh, projectId: id, ...take(each, ...ofIndicator) })),
      ),
  },
  budgets: {
    kind: 'PLAN',
    rows: ({ titleTh, projects }) => budgets(projects).map((row) => ({ planTitleTh: titleTh, ...row })),
  },
  'swot-items': {
    kind: 'SWOT_ANALYSIS',
    rows: ({ items, origin }, { fiscalYear }) =>
      items.map((item: any) => ({
        fiscalYear,
        origin,
        ...take(item, 'quadrant', 'factor', 'rank', 'textTh', 'textEn'),
      })),
  },
  'year-reports': {
    kind: 'YEAR_REPORT',
    rows: (content) => [
      { ...ofReport(content), ...take(content, 'summaryTh', 'problemsTh', 'suggestionsTh', 'signedOn', 'origin') },
    ],
  },
  'year-report-items': {
    kind: 'YEAR_REPORT',
    rows: (content) => ofItems(content, (item) => [take(item, ...ofReportItem)]),
  },
  'year-report-values': {
    kind: 'YEAR_REPORT',
    rows: (content) =>
      ofItems(content, ({ values }) =>
        values.map(({ kind: indicatorKind, ...value }: any) => ({
          indicatorKind,
          ...take(value, 'textTh', 'operator', 'threshold', 'unitTh', 'value', 'previous'),
        })),
      ),
  },
  'year-report-measures': {
    kind: 'YEAR_REPORT',
    rows: (content) =>
      ofItems(content, ({ measures }) =>
        measures.map((each: any) => take(each, 'measureTh', 'status', 'progressPercent', 'doneOn', 'doneTh', 'leftTh')),
      ),
  },
};

const ofEdition = words(
  `kind fiscalYear titleTh noteTh announcementKind announcementNo announcedOn announcementAddress address contentHash`,
);

/** The rows of every table, in no order, by its name. */
export function plainTables(editions: any[]): Record<string, Row[]> {
  const latest = new Map<string, any>();
  for (const edition of editions) {
    const key = JSON.parse(edition.content).id;
    if (edition.number > (latest.get(key)?.number ?? 0)) latest.set(key, edition);
  }
  const rowsOf = ({ kind, rows }: (typeof tables)[string]): Row[] =>
    [...latest.values()]
      .filter((edition) => edition.kind === kind)
      .flatMap((edition) => rows(JSON.parse(edition.content), edition).map((row) => ({ ...shared(edition), ...row })));
  return {
    editions: editions.map((edition) => ({ ...shared(edition), ...take(edition, ...ofEdition) })),
    ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, rowsOf(table)])),
  };
}
