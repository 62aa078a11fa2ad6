import type { Role } from '@registry/prisma/generated/client/enums.ts';
import { valueLoader } from '../../graphql/loader.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';

/** When, by whom and why a record was taken up to be amended: the change of its status. */
export type AmendmentBegun = {
  readonly id: string;
  readonly at: Date;
  readonly role: Role;
  readonly comment: string | null;
};

/** The latest beginning of an amendment of each record, of whatever kind; null for one that was never amended. */
export const amendmentByRecordId = valueLoader(async (context, recordIds: readonly string[]) => {
  const ids = [...recordIds];
  const changes = await agencyDb(context).statusChange.findMany({
    where: {
      act: 'AMEND',
      OR: [
        { planId: { in: ids } },
        { analysisId: { in: ids } },
        { registerId: { in: ids } },
        { reportId: { in: ids } },
      ],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      at: true,
      role: true,
      comment: true,
      planId: true,
      analysisId: true,
      registerId: true,
      reportId: true,
    },
  });
  const latest = new Map<string | null, AmendmentBegun>(
    changes.map(({ planId, analysisId, registerId, reportId, ...begun }) => [
      planId ?? analysisId ?? registerId ?? reportId,
      begun,
    ]),
  );
  return recordIds.map((id) => latest.get(id) ?? null);
});
