import { recordLoader, valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

export const agencyNameById = valueLoader(async (context, ids: readonly string[]) => {
  const agencies = await agencyDb(context).agency.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, nameTh: true, nameEn: true },
  });
  const names = new Map(agencies.map(({ id, nameTh, nameEn }) => [id, { th: nameTh, en: nameEn }]));
  return ids.map((id) => names.get(id) ?? null);
});

/** The agency of an entry; null for the city's own chain. */
export const agencyById = recordLoader((db) => db.agency);
