import { scopeOf } from './scope.ts';
import type { WithinScope } from './sql-builder/grouped-rows.ts';
import { isObject } from './sql-builder/sql-builder.ts';
import type { Scoped } from './tenancy.ts';

/** Conditions on the rows of a model within the viewer's scope, as every read has them. */
export const whereWithin =
  ({ viewer, tenancy }: Scoped): WithinScope =>
  (model, where) => {
    const scoped = tenancy.within(scopeOf(viewer), model, { where }).where;
    return isObject(scoped) ? scoped : {};
  };
