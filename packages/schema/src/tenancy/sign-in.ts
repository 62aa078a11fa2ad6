import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Statement } from '@registry/prisma/statement-batch.ts';
import { RequestDeadline } from './deadline.ts';
import type { Identity, SignInRow } from './sign-in-row.ts';
import type { Tenancy } from './tenancy.ts';

/** How the subjects of the registry's own accounts begin: nobody signs in as one of them, and none is given a role. */
export const OWN_SUBJECTS = 'service|';

/** How long signing in may take. The requests of an account share it, so it follows none of their deadlines. */
const SIGN_IN_MS_MAX = 5_000;

/** In whose name signing in reads. */
export const callerOfSignIn = () => ({ shareKey: 'sign-in', deadline: new RequestDeadline(SIGN_IN_MS_MAX) });
const nobodyActs = { 'app.account': '', 'app.act': '', 'app.role': '', 'app.reason': '' };

async function write(tenancy: Tenancy, statement: Statement): Promise<void> {
  await tenancy.transaction({ kind: 'none' }, nobodyActs, ({ execute }) => execute(statement), callerOfSignIn());
}

/**
 * The account behind a token, a row for each of its roles and one without for none; no row when it is not known or disabled. With its first
 * token of a provider an account becomes that provider's.
 */
export async function signIn(tenancy: Tenancy, { issuer, subject }: Identity): Promise<readonly SignInRow[]> {
  const find = Prisma.sql`SELECT * FROM app.sign_in(${issuer}, ${subject})`;
  const rows = await tenancy.query<SignInRow>({ kind: 'none' }, find, callerOfSignIn());
  const [known] = rows;
  if (known && known.issuer !== issuer && !subject.startsWith(OWN_SUBJECTS))
    await write(tenancy, Prisma.sql`SELECT app.bind_account(${known.accountId}::uuid, ${issuer})`);
  return rows;
}

/** Notes that accounts have signed in. */
export const noteSignIns = (tenancy: Tenancy, accountIds: readonly string[]): Promise<void> =>
  write(tenancy, Prisma.sql`SELECT app.note_sign_ins(${[...accountIds]}::uuid[])`);
