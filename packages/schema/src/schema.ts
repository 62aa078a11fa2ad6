import type { GraphQLSchema } from 'graphql';
import './graphql/scalars.ts';
import './agency/index.ts';
import './membership/index.ts';
import './calendar/index.ts';
import './framework/index.ts';
import './glossary/index.ts';
import './ita/index.ts';
import './guideline/index.ts';
import './method/index.ts';
import './entry/index.ts';
import './plan/index.ts';
import './committee/index.ts';
import './publication/index.ts';
import './activity/index.ts';
import './swot/index.ts';
import './risk/index.ts';
import './report/index.ts';
import './library/index.ts';
import './delegation/index.ts';
import './declaration/index.ts';
import './gift/index.ts';
import './internal-audit/index.ts';
import './oit/index.ts';
import './saved/index.ts';
import './trusted/index.ts';
import './links/index.ts';
import './lifecycle/index.ts';
import './similar/index.ts';
import './finding/index.ts';
import './centre/index.ts';
import './search/index.ts';
import './viewer/index.ts';
// After every slice that has acts.
import './verdict/index.ts';
// Last: it adds the audit trail to the records of every slice above.
import './audit/index.ts';
import { markReaders } from './execution/field-reader.ts';
import { builder } from './graphql/builder.ts';
import './graphql/filters/complete-filters.ts';
import './graphql/filters/complete-orders.ts';
import { assertListSizes } from './graphql/limits/list-size.ts';
import { withMoments } from './graphql/moments.ts';
import { completeIds } from './graphql/nodes.ts';
import { completePages } from './graphql/paging/complete-pages.ts';
import { nullableRoots } from './graphql/roots.ts';
import { guard } from './permissions.ts';

/** The schema without its rules: for printing, and for the tests that show row-level security to hold alone. */
export const unguardedSchema: GraphQLSchema = markReaders(
  completePages(completeIds(withMoments(nullableRoots(assertListSizes(builder.toSchema()))))),
);

/** The schema as it is served. */
export const schema: GraphQLSchema = guard(unguardedSchema);
