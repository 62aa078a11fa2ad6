import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearOf, quarterDays, quarterOf } from '../../base/fiscal-year.logic.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { knownHolidays } from '../../calendar/calendar.loader.ts';
import { addWorkingDays, closedDays } from '../../calendar/working-days.logic.ts';
import type { Context } from '../../tenancy/context.ts';
import { rawQuery } from '../../tenancy/raw-sql.ts';
import { declarationTasks } from './declaration-tasks.ts';
import { entryTasks } from './entry-tasks.ts';
import { giftTasks } from './gift-tasks.ts';
import { internalAuditTasks } from './internal-audit-tasks.ts';
import { oitTasks } from './oit-tasks.ts';
import { recordTasks } from './record-tasks.ts';
import { reportTasks } from './report-tasks.ts';
import { riskTasks } from './risk-tasks.ts';
import { type AskedTasks, records, type Task, type TaskKind, type TaskSource } from './task.ts';
import { workTasks } from './work-tasks.ts';

export const taskSources: readonly TaskSource[] = [
  ...recordTasks,
  ...riskTasks,
  ...reportTasks,
  ...workTasks,
  ...declarationTasks,
  ...entryTasks,
  ...giftTasks,
  ...internalAuditTasks,
  ...oitTasks,
];

async function endedQuarter(context: Context, today: Date): Promise<AskedTasks['quarter']> {
  const running = quarterDays(fiscalYearOf(today), quarterOf(today));
  const endedOn = new Date(running.firstDay.getTime() - 86_400_000);
  const closed = closedDays((await knownHolidays(context)).map(({ date }) => date));
  return {
    fiscalYear: fiscalYearOf(endedOn),
    quarter: quarterOf(endedOn),
    endedOn,
    dueOn: addWorkingDays(endedOn, thresholds.progressReportWorkingDays, closed),
  };
}

/**
 * The tasks of some kinds, soonest first. Titles are compared letter by letter: a composed title has no collation of its own, as the Thai
 * titles and codes in it have.
 */
export const tasksStatement = (
  sources: readonly TaskSource[],
  asked: AskedTasks,
  first: number,
): Prisma.Sql => Prisma.sql`
    WITH record AS (${records(asked)})
    SELECT * FROM (${Prisma.join(
      sources.map(
        ({ kind, titleTh, titleEn, found, basis, basisTh, ownBasis }) => Prisma.sql`
          SELECT ${kind}::text AS kind, ${ownBasis?.basis ?? Prisma.sql`${basis}::text`} AS basis,
            ${ownBasis?.basisTh ?? Prisma.sql`${basisTh}::text`} AS "basisTh", format(${titleTh}::text, VARIADIC t.said) AS "titleTh",
            format(${titleEn}::text, VARIADIC t.said) AS "titleEn", t."dueOn", t.type, t.id, t."agencyId" FROM (${found(asked)}) AS t`,
      ),
      ' UNION ALL ',
    )}) AS task
    ORDER BY "dueOn" NULLS LAST, kind, id, "titleTh" COLLATE "C" LIMIT ${first}`;

/** How many tasks of a kind wait, and how many of them are overdue. */
export type TaskCount = { readonly kind: TaskKind; readonly count: number; readonly overdueCount: number };

/** Counts the tasks of some kinds; of a kind without any there is no row. */
export const taskCountsStatement = (sources: readonly TaskSource[], asked: AskedTasks): Prisma.Sql => Prisma.sql`
    WITH record AS (${records(asked)})
    SELECT kind, count(*)::int AS count, (count(*) FILTER (WHERE "dueOn" < ${asked.today}::date))::int AS "overdueCount"
    FROM (${Prisma.join(
      sources.map(({ kind, found }) => Prisma.sql`SELECT ${kind}::text AS kind, t."dueOn" FROM (${found(asked)}) AS t`),
      ' UNION ALL ',
    )}) AS task GROUP BY kind`;

/** What the roles of the viewer may have to do: of some kinds, or of all. */
const sourcesOf = ({ viewer }: Context, kinds: readonly TaskKind[] | null | undefined): TaskSource[] =>
  taskSources.filter(
    ({ kind, roles }) => (kinds?.includes(kind) ?? true) && roles.some((role) => viewer.roles.includes(role)),
  );

async function askedBy(context: Context): Promise<AskedTasks> {
  const today = todayInBangkok();
  return { agencyId: context.viewer.agency?.id ?? null, today, quarter: await endedQuarter(context, today) };
}

/** What waits for the viewer, by its roles: in its own agency, or for the centre in what is disclosed to it; of some kinds, or of all. */
export async function tasksOfViewer(
  context: Context,
  first: number,
  kinds: readonly TaskKind[] | null | undefined,
): Promise<Task[]> {
  const sources = sourcesOf(context, kinds);
  if (sources.length === 0) return [];
  const rows = await rawQuery<Omit<Task, 'dueOn'> & { dueOn: string | null }>(
    context,
    tasksStatement(sources, await askedBy(context), first),
  );
  return rows.map((row) => ({ ...row, dueOn: row.dueOn === null ? null : new Date(row.dueOn) }));
}

/** How much of each kind waits for the viewer, none included. */
export async function taskCountsOfViewer(context: Context): Promise<TaskCount[]> {
  const sources = sourcesOf(context, null);
  if (sources.length === 0) return [];
  const counted = await rawQuery<TaskCount>(context, taskCountsStatement(sources, await askedBy(context)));
  return sources.map(({ kind }) => counted.find((each) => each.kind === kind) ?? { kind, count: 0, overdueCount: 0 });
}
