import { scopeOf } from './scope.ts';
import { compileGroups, groupColumns } from './sql-builder/compile-groups.ts';
import type { GroupQuestion } from './sql-builder/group-question.ts';
import { callerOf, type Scoped } from './tenancy.ts';
import { whereWithin } from './where-within.ts';

/** A group as the database tells of it: whole numbers and texts, amounts among them. */
export type GroupRow = Readonly<Record<string, unknown>>;

export type ReadGroups = {
  /** How many groups there are, of which the first are read. */
  readonly total: number;
  readonly rows: readonly GroupRow[];
};

/** Groups the rows that the viewer may see, in one statement. */
export async function readGroups(scoped: Scoped, question: GroupQuestion): Promise<ReadGroups> {
  const scope = scopeOf(scoped.viewer);
  const statement = compileGroups(question, whereWithin(scoped));
  const rows = await scoped.tenancy.query<GroupRow>(scope, statement, callerOf(scoped));
  return { total: Number(rows[0]?.[groupColumns.total] ?? 0), rows };
}
