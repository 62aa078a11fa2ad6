import { leadingRole } from '@registry/schema/base/viewer.logic.ts';
import type { Budgets } from '../config.ts';
import type { RequestContext } from '../sign-in/create-context.ts';

/** Whose budget it is: that of the account (for the public: of its address), of its agency, or of the application that the token was issued to. */
export type BudgetKind = 'ACCOUNT' | 'AGENCY' | 'CLIENT';

/** So many points of cost may be spent in a minute under a key. */
export type Quota = { readonly kind: BudgetKind; readonly key: string; readonly points: number };

/** What a request spends of. */
export type Spender = Pick<RequestContext, 'viewer' | 'client' | 'requester'>;

/** The budgets that a request spends of, all of them at once. A budget of its own that a sign-in brings with it is to be read here. */
export function quotasOf({ viewer, client, requester }: Spender, budgets: Budgets): readonly Quota[] {
  const { account, agency } = viewer;
  const ofRole = budgets.ofRoles.get(leadingRole(viewer)) ?? budgets.account;
  return [
    { kind: 'ACCOUNT', key: `${account ? 'account' : 'address'}:${requester.account}`, points: ofRole },
    ...(agency ? [{ kind: 'AGENCY', key: `agency:${agency.id}`, points: budgets.agency } as const] : []),
    ...(client ? [{ kind: 'CLIENT', key: `client:${client}`, points: budgets.client } as const] : []),
  ];
}
