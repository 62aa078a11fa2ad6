import { valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** The name of an account, for the members of its agency; null for others, who do not see people. */
export const accountNameById = valueLoader(async (context, ids: readonly string[]) => {
  const accounts = await agencyDb(context).account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? null);
});
