import { conflict, illegalTransition, notFound } from '../base/errors.ts';
import { onWhen } from '../graphql/acts/standing.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';
import { isOffered, type LibraryStatusName } from './library.logic.ts';
import { libraryStates } from './library-step.ts';

/** The risk of the library that an agency answers, with its suggested measures; only what is offered now is answered. */
export async function offeredRisk({ db }: ActTransaction, id: string) {
  const offered = await db.libraryRisk.findUnique({
    where: { id },
    include: { measures: { orderBy: { sortOrder: 'asc' } } },
  });
  if (!offered) throw notFound('libraryRiskId');
  requireOffered(offered);
  return offered;
}

function requireOffered({ status }: { readonly status: LibraryStatusName }): void {
  if (!isOffered(status)) {
    throw illegalTransition(
      status,
      'ตอบได้เฉพาะความเสี่ยงที่เสนออยู่ในคลัง',
      'Only a risk that the library offers now is answered.',
    );
  }
}

/** A risk that the library offers now. */
export const onOfferedRisk = onWhen(libraryStates, requireOffered);

export type OfferedRisk = Awaited<ReturnType<typeof offeredRisk>>;

type Answer = {
  readonly libraryRiskId: string;
  /** The version of the agency's earlier answer; absent when it gives its first. */
  readonly expectedVersion?: number | null;
  readonly decision: 'ADOPTED' | 'ADAPTED' | 'DECLINED';
  readonly reasonTh: string | null;
  readonly riskId: string | null;
};

/** Keeps the agency's one answer to a risk of the library, in place of an earlier one. */
export async function keepAnswer(
  { db, agencyId, accountId }: ActTransaction,
  { libraryRiskId, expectedVersion, ...answer }: Answer,
): Promise<{ id: string }> {
  const earlier = await db.libraryResponse.findFirst({ where: { libraryRiskId }, select: { id: true } });
  const isFirst = expectedVersion === null || expectedVersion === undefined;
  // A client that names no earlier answer, or one that has been replaced, has not seen the current one.
  if (isFirst !== (earlier === null)) throw conflict();
  const data = { ...answer, accountId, decidedAt: new Date() };
  if (!earlier || isFirst)
    return db.libraryResponse.create({ data: { ...data, agencyId, libraryRiskId }, select: { id: true } });
  await requireVersion(
    db.libraryResponse.updateMany({
      where: { id: earlier.id, version: expectedVersion },
      data: { ...data, version: { increment: 1 } },
    }),
  );
  return earlier;
}
