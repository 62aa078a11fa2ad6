import { nameOfValue } from '@registry/schema/graphql/value-names.ts';
import { schema } from '@registry/schema/schema.ts';
import pg from 'pg';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';
import { today } from '../kit/today.ts';

/** A question to the centre, as data. */
export type Question = {
  readonly persona: 'centre' | 'analyst';
  readonly fiscalYear: number;
  readonly groupBy: 'AGENCY' | 'DISTRICT_GROUP' | 'AGENCY_KIND' | 'PROCESS_AREA';
  readonly filter: Readonly<
    Partial<Record<'agencyCodes' | 'agencyKinds' | 'districtGroups' | 'processAreas', readonly string[]>> &
      Partial<Record<'includeSamples' | 'includeNotOverseen', boolean>>
  >;
};

const keys = {
  AGENCY: 'g.code',
  DISTRICT_GROUP: `coalesce(g."districtGroup"::text, 'NONE')`,
  AGENCY_KIND: 'g.kind::text',
  PROCESS_AREA: 'r."processArea"::text',
} as const;

const columns = {
  agencyCodes: 'g.code',
  agencyKinds: 'g.kind::text',
  districtGroups: 'g."districtGroup"::text',
  processAreas: 'r."processArea"::text',
} as const;

const list = (values: readonly string[]): string =>
  `ARRAY[${values.map((value) => pg.escapeLiteral(value)).join(', ')}]::text[]`;

/** Agencies in whose favour nothing was said count when they are overseen in the year, and are no samples. */
const whose = ({ fiscalYear, filter }: Question): string[] => [
  filter.agencyCodes || filter.includeSamples || filter.agencyKinds?.includes('SAMPLE') ? 'true' : `g.kind <> 'SAMPLE'`,
  filter.agencyCodes || filter.includeNotOverseen
    ? 'true'
    : `g.id IN (SELECT "overseenId" FROM "Oversight" WHERE daterange("validFrom", "validTo", '[]')
         && daterange('${fiscalYear - 544}-10-01', '${fiscalYear - 543}-09-30', '[]'))`,
];

const where = (question: Question): string => {
  const { persona, fiscalYear, filter } = question;
  return [
    `r.disclosure >= ${persona === 'centre' ? 1 : 2}`,
    `r."fiscalYear" = ${fiscalYear}`,
    ...(['agencyCodes', 'agencyKinds', 'districtGroups', 'processAreas'] as const).flatMap((name) => {
      const values = filter[name];
      return values ? [`${columns[name]} = ANY(${list(values)})`] : [];
    }),
    ...whose(question),
  ].join(' AND ');
};

const names = ({ groupBy }: Question): string =>
  groupBy === 'AGENCY'
    ? 'min(g."nameTh" COLLATE "C") AS "nameTh", min(g."nameEn") AS "nameEn"'
    : 'NULL AS "nameTh", NULL AS "nameEn"';

type Named = { readonly key: string; readonly nameTh: string | null; readonly nameEn: string | null };

/** Groups that are no agencies are called as the API describes their keys. */
const called = (rows: readonly Named[], { groupBy }: Question): Named[] =>
  rows.map((row) => (groupBy === 'AGENCY' ? row : { ...row, ...nameOf(groupBy, row.key) }));

const enums = { DISTRICT_GROUP: 'DistrictGroup', AGENCY_KIND: 'AgencyKind', PROCESS_AREA: 'ProcessArea' } as const;

function nameOf(groupBy: keyof typeof enums, key: string): { nameTh: string; nameEn: string } {
  if (key === 'NONE') return { nameTh: 'หน่วยงานนอกกลุ่มเขต', nameEn: 'Outside the groups of districts' };
  const { th, en } = nameOfValue(schema, enums[groupBy], key);
  return { nameTh: th, nameEn: en };
}

/** What `riskLevels` has to answer, counted from the risks themselves. */
export const plainLevels = async (database: DatabaseCopy, question: Question): Promise<unknown[]> =>
  called(
    await asSuperuser<Named>(
      database.superuser,
      `SELECT ${keys[question.groupBy]} AS key, ${names(question)}, count(*)::int AS total,
       count(*) FILTER (WHERE r.level = 'UNASSESSED')::int AS unassessed, count(*) FILTER (WHERE r.level = 'LOW')::int AS low,
       count(*) FILTER (WHERE r.level = 'MEDIUM')::int AS medium, count(*) FILTER (WHERE r.level = 'HIGH')::int AS high,
       count(*) FILTER (WHERE r.level = 'EXTREME')::int AS extreme
     FROM "Risk" r JOIN "Agency" g ON g.id = r."agencyId" WHERE ${where(question)} GROUP BY 1 ORDER BY 1`,
    ),
    question,
  );

/** What `mitigationProgress` has to answer, counted from the mitigations themselves. */
export const plainProgress = async (database: DatabaseCopy, question: Question): Promise<unknown[]> =>
  called(
    await asSuperuser<Named>(
      database.superuser,
      `SELECT ${keys[question.groupBy]} AS key, ${names(question)}, count(*)::int AS total,
       count(*) FILTER (WHERE m.status = 'DONE')::int AS done, count(*) FILTER (WHERE m.status = 'CANCELLED')::int AS cancelled,
       count(*) FILTER (WHERE m.status IN ('PLANNED', 'IN_PROGRESS') AND m."dueOn" < ${today})::int AS overdue,
       round(avg(m."progressPercent") FILTER (WHERE m.status <> 'CANCELLED'), 2)::float8 AS "averageProgressPercent"
     FROM "Mitigation" m JOIN "Risk" r ON r."agencyId" = m."agencyId" AND r.id = m."riskId" JOIN "Agency" g ON g.id = m."agencyId"
     WHERE ${where(question)} AND ${where(question).replaceAll('r.disclosure', 'm.disclosure').replaceAll('r."fiscalYear"', 'm."fiscalYear"')}
     GROUP BY 1 ORDER BY 1`,
    ),
    question,
  );

/** The summaries that differ from what the rows themselves count; none when all is well. A summary of zeros is as good as none. */
export const wrongSummaries = (database: DatabaseCopy): Promise<unknown[]> =>
  asSuperuser(
    database.superuser,
    `WITH kept AS (
       SELECT to_jsonb(s) AS summary FROM "RegisterSummary" s
       WHERE NOT ("unassessedRisks" = 0 AND "lowRisks" = 0 AND "mediumRisks" = 0 AND "highRisks" = 0 AND "extremeRisks" = 0
         AND "openMitigations" = 0 AND "doneMitigations" = 0 AND "cancelledMitigations" = 0 AND "progressSum" = 0)
       UNION ALL SELECT to_jsonb(d) FROM "RegisterDueDay" d
     ), risks AS (
       SELECT "agencyId", "fiscalYear", disclosure, count(*) FILTER (WHERE level = 'UNASSESSED') AS "unassessedRisks",
         count(*) FILTER (WHERE level = 'LOW') AS "lowRisks", count(*) FILTER (WHERE level = 'MEDIUM') AS "mediumRisks",
         count(*) FILTER (WHERE level = 'HIGH') AS "highRisks", count(*) FILTER (WHERE level = 'EXTREME') AS "extremeRisks"
       FROM "Risk" GROUP BY 1, 2, 3
     ), mitigations AS (
       SELECT "agencyId", "fiscalYear", disclosure, count(*) FILTER (WHERE status IN ('PLANNED', 'IN_PROGRESS')) AS "openMitigations",
         count(*) FILTER (WHERE status = 'DONE') AS "doneMitigations", count(*) FILTER (WHERE status = 'CANCELLED') AS "cancelledMitigations",
         coalesce(sum("progressPercent") FILTER (WHERE status <> 'CANCELLED'), 0) AS "progressSum"
       FROM "Mitigation" GROUP BY 1, 2, 3
     ), zero AS (
       SELECT 0 AS "unassessedRisks", 0 AS "lowRisks", 0 AS "mediumRisks", 0 AS "highRisks", 0 AS "extremeRisks",
         0 AS "openMitigations", 0 AS "doneMitigations", 0 AS "cancelledMitigations", 0 AS "progressSum"
     ), counted AS (
       SELECT to_jsonb(zero) || coalesce(to_jsonb(r), '{}') || coalesce(to_jsonb(m), '{}') AS summary
       FROM risks r FULL JOIN mitigations m USING ("agencyId", "fiscalYear", disclosure) CROSS JOIN zero
       UNION ALL
       SELECT to_jsonb(d) FROM (
         SELECT "agencyId", "fiscalYear", disclosure, "dueOn", count(*) AS "openMitigations" FROM "Mitigation"
         WHERE status IN ('PLANNED', 'IN_PROGRESS') GROUP BY 1, 2, 3, 4
       ) d
     )
     (SELECT 'kept' AS which, summary FROM kept EXCEPT SELECT 'kept', summary FROM counted)
     UNION ALL (SELECT 'counted', summary FROM counted EXCEPT SELECT 'counted', summary FROM kept)`,
  );
