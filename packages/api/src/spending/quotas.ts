import { leadingRole, type Role } from '@registry/schema/base/viewer.logic.ts';
import type { Budgets } from '../config.ts';
import type { RequestContext } from '../sign-in/create-context.ts';

/** Whose budget it is: that of the account (for the public: of its address), of its agency, of the application that the token was issued to, or of the service key that asks for a person. */
export type BudgetKind = 'ACCOUNT' | 'AGENCY' | 'CLIENT' | 'KEY';

/** So many points of cost may be spent in a minute under a key. */
export type Quota = { readonly kind: BudgetKind; readonly key: string; readonly points: number };

/** What a request spends of. */
export type Spender = Pick<RequestContext, 'viewer' | 'client' | 'requester' | 'key'>;

/** The budgets that a request spends of, all of them at once. A service key has its own, within that of its role; for a person it spends of both. */
export function quotasOf({ viewer, client, requester, key }: Spender, budgets: Budgets): readonly Quota[] {
  const { account, agency } = viewer;
  const ofRole = (role: Role | 'PUBLIC') => budgets.ofRoles.get(role) ?? budgets.account;
  const ofKey = key && Math.min(key.pointsPerMinute ?? Number.POSITIVE_INFINITY, ofRole(key.role));
  const isForPerson = key !== null && key.accountId !== account?.id;
  const own = ofKey !== null && !isForPerson ? ofKey : ofRole(leadingRole(viewer));
  return [
    { kind: 'ACCOUNT', key: `${account ? 'account' : 'address'}:${requester.account}`, points: own },
    ...(agency ? [{ kind: 'AGENCY', key: `agency:${agency.id}`, points: budgets.agency } as const] : []),
    ...(client ? [{ kind: 'CLIENT', key: `client:${client}`, points: budgets.client } as const] : []),
    ...(isForPerson && ofKey !== null
      ? [{ kind: 'KEY', key: `account:${key.accountId}`, points: ofKey } as const]
      : []),
  ];
}
