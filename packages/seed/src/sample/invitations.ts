import { createHash } from 'node:crypto';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { sampleAgencies } from '../reference/sample-agencies.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { actAsSeed, seedAccountId } from '../rows/seed-account.ts';

const DAY_MS = 86_400_000;
const DAYS_OPEN = 14;

/**
 * Invitations of every sample agency, one open and one withdrawn, so that whoever tries the registry sees some. Nobody accepts them: what is
 * kept of their codes is the hash of no code.
 */
export async function writeSampleInvitations(tx: Prisma.TransactionClient): Promise<number> {
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + DAYS_OPEN * DAY_MS);
  for (const { code } of sampleAgencies) {
    await actAsSeed(tx, 'loadSampleInvitations', agencyId(code));
    const invitation = (key: string) => ({
      id: identifier(`invitation:${code}:${key}`),
      agencyId: agencyId(code),
      codeHash: createHash('sha256').update(`no code: ${code} ${key}`).digest('hex'),
      createdAt,
      expiresAt,
      invitedById: seedAccountId,
    });
    await tx.invitation.createMany({
      data: [
        { ...invitation('open'), role: 'EDITOR', name: 'ผู้จัดทำข้อมูลคนใหม่ (ตัวอย่าง)' },
        {
          ...invitation('withdrawn'),
          role: 'VIEWER',
          name: 'ผู้ดูข้อมูลคนใหม่ (ตัวอย่าง)',
          withdrawnAt: createdAt,
          withdrawnById: seedAccountId,
        },
      ],
    });
  }
  return sampleAgencies.length * 2;
}
