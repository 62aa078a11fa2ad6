import { createHash } from 'node:crypto';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';
import { personaAccountId, personas } from './personas.ts';

const DAY_MS = 86_400_000;
const DAYS = 360;

const keys = [
  { key: 'front-end', role: 'EDITOR', nameTh: 'ระบบแผนของหน่วยงาน (ตัวอย่าง)', nameEn: 'Front end for plans (sample)' },
  { key: 'board', role: 'VIEWER', nameTh: 'กระดานสรุปของหน่วยงาน (ตัวอย่าง)', nameEn: 'Board of figures (sample)' },
] as const;

/** The administrators of sample agencies, who answer for their keys. */
const keepers = personas.flatMap((persona) => {
  const { agencyCode, role } = persona;
  return agencyCode?.startsWith('SAMPLE-') && role === 'AGENCY_ADMIN'
    ? [{ keeperId: personaAccountId(persona), code: agencyCode }]
    : [];
});

/**
 * Service keys of the sample agencies that have people, one of each revoked, so that whoever tries the registry sees some. Nobody uses them: what is kept
 * of their secrets is the hash of no secret.
 */
export async function writeSampleKeys(tx: Prisma.TransactionClient): Promise<number> {
  const now = new Date();
  const endsOn = new Date(now.getTime() + DAYS * DAY_MS);
  let written = 0;
  for (const { keeperId, code } of keepers) {
    await actAsSeed(tx, 'loadSampleServiceKeys', agencyId(code));
    for (const { key, role, nameTh, nameEn } of keys) {
      const accountId = identifier(`service-key-account:${code}:${key}`);
      const place = { agencyId: agencyId(code), role };
      const name = `${nameTh} · ${nameEn}`;
      await tx.account.create({ data: { id: accountId, sub: `service|key:${accountId}`, name, kind: 'SERVICE' } });
      const isRevoked = role === 'VIEWER';
      await tx.membership.create({
        data: {
          ...place,
          id: identifier(`service-key-membership:${code}:${key}`),
          accountId,
          endsOn,
          grantedById: keeperId,
          ...(isRevoked && { endedAt: now, endedById: keeperId }),
        },
      });
      await tx.serviceKey.create({
        data: {
          ...place,
          id: identifier(`service-key:${code}:${key}`),
          accountId,
          nameTh,
          nameEn,
          endsOn,
          keeperId,
          suffix: '0000',
          secretHash: createHash('sha256').update(`no secret: ${code} ${key}`).digest('hex'),
          ...(isRevoked && { revokedAt: now, revokedById: keeperId }),
        },
      });
      written += 1;
    }
  }
  return written;
}
