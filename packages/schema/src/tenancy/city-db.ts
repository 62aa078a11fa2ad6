import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { forbidden } from '../base/errors.ts';
import { scopeOf } from './scope.ts';
import { callerOf, type Scoped } from './tenancy.ts';

/** What a city role may ask across all agencies in one statement; only `centre/` may import it. */
export type CityDb = {
  /** The least disclosure that the viewer may read: every tenant table of a statement is compared with it. */
  readonly floor: 1 | 2;
  /** Rows travel as JSON: a column is a text, a truth or a number that JavaScript holds exactly. */
  query<Row>(sql: Prisma.Sql): Promise<Row[]>;
};

export function cityDb(scoped: Scoped): CityDb {
  const scope = scopeOf(scoped.viewer);
  if (scope.kind !== 'city') throw forbidden('เฉพาะบทบาทส่วนกลางเท่านั้น', 'Only a city role asks across agencies.');
  return { floor: scope.floor, query: (sql) => scoped.tenancy.query(scope, sql, callerOf(scoped)) };
}
