import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { unauthenticated } from '../base/errors.ts';
import type { Role } from '../base/viewer.logic.ts';
import type { ActTransaction } from './act-transaction.ts';
import type { Context } from './context.ts';
import { onlyOnce, type Repeatable } from './idempotency.ts';
import { callerOf } from './tenancy.ts';

type FoundAccount = { readonly id: string; readonly disabled: boolean };

/** The account of a person by the subject of its tokens, at the issuer of whoever acts; made, under a name, when the registry has none. */
export async function accountFor(
  { transaction, context }: ActTransaction,
  { subject, name }: { readonly subject: string; readonly name: string },
): Promise<FoundAccount> {
  const issuer = context.identity?.issuer ?? '';
  const [found] = await transaction.query<FoundAccount>(
    Prisma.sql`SELECT id, disabled FROM app.account_for(${issuer}, ${subject}, ${name})`,
  );
  if (!found) throw new Error('An account is there or is made.');
  return found;
}

/** Makes the account of a service key. */
export const accountForKey = (
  { transaction }: ActTransaction,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<unknown> => transaction.query(Prisma.sql`SELECT app.account_for_key(${id}::uuid, ${name})::text`);

export type Accepted = {
  readonly accountId: string;
  readonly membershipId: string;
  readonly agencyId: string | null;
  readonly role: Role;
};

/**
 * Gives whoever signed in the role to which a code invites, whether or not the registry knows them; `refuse` throws where no invitation that
 * holds has that code. It is the one act of somebody without an account, so it does not run as the others do.
 */
export async function acceptInvitation(
  context: Context,
  codeHash: string,
  { request, refuse }: { readonly request: Repeatable | null; readonly refuse: () => never },
): Promise<Accepted> {
  const { tenancy, identity, viewer } = context;
  if (!identity) throw unauthenticated();
  const { issuer, subject } = identity;
  const known = viewer.account?.id ?? null;
  const settings = {
    'app.account': known ?? '',
    'app.act': 'acceptInvitation',
    'app.role': '',
    'app.reason': '',
    'app.via': context.viaAccountId ?? '',
  };
  return tenancy.transaction(
    { kind: 'none' },
    settings,
    async (transaction) => {
      const accept = async (): Promise<Accepted> => {
        const [accepted] = await transaction.query<Accepted>(
          Prisma.sql`SELECT * FROM app.accept_invitation(${codeHash}, ${issuer}, ${subject})`,
        );
        return accepted ?? refuse();
      };
      if (known !== null) return onlyOnce(transaction, known, request, accept);
      // Who had no account before has done nothing before; from now on the request is remembered for the new one.
      const accepted = await accept();
      return onlyOnce(transaction, accepted.accountId, request, async () => accepted);
    },
    callerOf(context),
  );
}
