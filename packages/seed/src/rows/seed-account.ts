import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { identifier } from './identifiers.ts';

/** The service that loads data; the audit trail names it as the actor. It has no membership, so it cannot sign in. */
export const seedAccountId = identifier('account:service|initial-data-load');

export async function writeSeedAccount(tx: Prisma.TransactionClient): Promise<number> {
  const { count } = await tx.account.createMany({
    data: [
      {
        id: seedAccountId,
        sub: 'service|initial-data-load',
        name: 'การนำเข้าข้อมูลตั้งต้น · Initial data load',
        kind: 'SERVICE',
      },
    ],
    skipDuplicates: true,
  });
  return count;
}

/** Acts under which the seed appears in the audit trail. */
export type SeedAct =
  | 'loadReferenceData'
  | 'loadDocuments'
  | 'correctDocuments'
  | 'loadSampleCity'
  | 'loadSampleLife'
  | 'loadYearReports'
  | 'loadSampleGuidelines'
  | 'loadRiskLibrary'
  | 'loadSavedQueries'
  | 'loadSampleInvitations'
  | 'loadSampleServiceKeys'
  | 'loadSampleActivities'
  | 'loadSampleCommittees'
  | 'generateLoad';

/** Sets the actor and, for rows of an agency, the agency for the rest of the transaction. */
export async function actAsSeed(tx: Prisma.TransactionClient, act: SeedAct, agencyId = ''): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.agency', ${agencyId}, true), set_config('app.account', ${seedAccountId}, true),
    set_config('app.act', ${act}, true)`;
}
