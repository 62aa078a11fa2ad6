import type { NestedQueries } from '@registry/schema/tenancy/nested-queries.ts';

const refuse = () => Promise.reject(new Error('Saved queries run on a whole server: ask startRegistry().'));

/** For contexts without a server. */
export const noNestedQueries: NestedQueries<unknown> = { faultsOf: refuse, describe: refuse, run: refuse };
