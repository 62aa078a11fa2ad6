import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Statement } from '@registry/prisma/statement-batch.ts';
import { RequestDeadline } from './deadline.ts';
import { scopeOf } from './scope.ts';
import { callerOf, type Scoped, type Tenancy } from './tenancy.ts';

/**
 * Statements that no Prisma operation can say, for findings and tasks. Only `finding/` and `viewer/` may import this: the first wall
 * does not reach into SQL, so each statement filters by the agency, or by the floor of the viewer's scope, itself.
 */

/** Asks under the viewer's scope. Rows travel as JSON: a column is a text, a truth or a number that JavaScript holds exactly. */
export const rawQuery = <Row>(scoped: Scoped, statement: Prisma.Sql): Promise<Row[]> =>
  scoped.tenancy.query(scopeOf(scoped.viewer), statement, callerOf(scoped));

/** How long one change of a service may take, so that neither a reader nor a stopping server waits for it without end. */
const SERVICE_MS_MAX = 10_000;

/** The registry's own service at work: the account that the audit trail names, and what it does. */
export type Service = { readonly accountId: string; readonly act: string };

/**
 * Changes rows of one agency in the name of a service. The service has one client for all agencies and sets the agency in each transaction:
 * a client for each would cost more than its queries.
 */
export const executeAsService = (
  tenancy: Tenancy,
  { accountId, act }: Service,
  agencyId: string,
  statement: Statement,
): Promise<number> =>
  tenancy.transaction(
    { kind: 'none' },
    { 'app.agency': agencyId, 'app.account': accountId, 'app.act': act, 'app.role': '', 'app.reason': '' },
    (transaction) => transaction.execute(statement),
    { shareKey: 'registry', deadline: new RequestDeadline(SERVICE_MS_MAX) },
  );

/** Every agency of the city; which agencies there are is public. */
export const everyAgency = (tenancy: Tenancy): Promise<{ id: string; code: string }[]> =>
  tenancy.dbFor({ kind: 'none' }).agency.findMany({ select: { id: true, code: true }, orderBy: { code: 'asc' } });
