import { forbidden, notFound } from '../base/errors.ts';
import type { Viewer } from '../base/viewer.logic.ts';
import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';

/** The agency for which the viewer acts; null in a city role. */
export const placeOf = ({ context: { viewer } }: ActTransaction): string | null => viewer.agency?.id ?? null;

/** A saved query of the viewer's own, as it was saved where the viewer acts now. */
export async function ownQuery(id: string, tx: ActTransaction) {
  const found = await tx.db.savedQuery.findUnique({
    where: { id },
    select: { ownerId: true, agencyId: true, latestNumber: true },
  });
  if (!found) throw notFound('savedQueryId');
  requireOwn(found, tx.context.viewer);
  return found;
}

type Owned = { readonly ownerId: string; readonly agencyId: string | null };

function requireOwn({ ownerId, agencyId }: Owned, { account, agency }: Viewer): void {
  if (ownerId !== account?.id || agencyId !== (agency?.id ?? null))
    throw forbidden(
      'เฉพาะเจ้าของแก้ไขคำถามที่บันทึกไว้ได้ ในหน่วยงานที่บันทึก',
      'Only its owner changes a saved query, acting where it was saved.',
    );
}

/** A saved query of the viewer's own. */
export const onOwnQuery = onWhen(
  statesOf('SavedQuery', (db, ids) =>
    db.savedQuery.findMany({ where: { id: { in: ids } }, select: { id: true, ownerId: true, agencyId: true } }),
  ),
  (query, { viewer }) => requireOwn(query, viewer),
);

type AtVersion = { readonly savedQueryId: { readonly id: string }; readonly expectedVersion: number };

type Change = Parameters<ActTransaction['db']['savedQuery']['updateMany']>[0]['data'];

/** Changes a saved query of the viewer's own, as it was at the version that the user saw. */
export async function changeOwnQuery(
  { savedQueryId: { id }, expectedVersion }: AtVersion,
  tx: ActTransaction,
  data: Change,
) {
  await ownQuery(id, tx);
  await requireVersion(
    tx.db.savedQuery.updateMany({
      where: { id, version: expectedVersion },
      data: { ...data, version: { increment: 1 } },
    }),
  );
  return { id };
}
