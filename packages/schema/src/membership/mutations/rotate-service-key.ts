import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { requireUsable, serviceKeyFor, serviceKeys } from '../find-service-key.ts';
import { requireReach } from '../grant.ts';
import { keptOfSecret, newSecret } from '../key-secret.ts';
import { serviceKeyAtVersion } from '../service-key.inputs.ts';
import { NewSecretPayload, newSecrets } from '../service-key.payload.ts';

/** For how many hours the secret before works on at most: a rule of the registry's own, which the database holds, too. */
const GRACE_HOURS_MAX = 72;
const GRACE_HOURS_USUAL = 24;
const HOUR_MS = 3_600_000;

const RotateServiceKeyInput = builder.inputType('RotateServiceKeyInput', {
  description: 'การหมุนเวียนกุญแจบริการ · The rotation of a service key.',
  fields: (t) => ({
    ...serviceKeyAtVersion(t),
    graceHours: t.int({
      description: `รหัสลับเดิมใช้ได้ต่ออีกกี่ชั่วโมง 0 ถึง ${GRACE_HOURS_MAX} (หลักเกณฑ์ของทะเบียน) ไม่ระบุ = ${GRACE_HOURS_USUAL} · For how many hours the secret before works on, from 0 to ${GRACE_HOURS_MAX} (a rule of the registry); ${GRACE_HOURS_USUAL} when absent.`,
    }),
  }),
});

act({
  name: 'rotateServiceKey',
  description:
    'ให้รหัสลับใหม่ซึ่งแสดงครั้งเดียว รหัสเดิมใช้ได้ต่อจนพ้นช่วงผ่อนผัน ผู้หมุนเวียนเป็นผู้รับผิดชอบกุญแจ · Gives a service key a new secret, which is shown once; the one before works on until its grace is over, and what was before that ends at once. Whoever rotates a key answers for it from now on.',
  by: isKeeperOfMembers,
  on: onWhen(serviceKeys, requireUsable),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'เพิกถอนหรือพ้นวันสุดท้ายแล้ว · revoked or expired' },
  input: RotateServiceKeyInput,
  payload: NewSecretPayload,
  work: async ({ serviceKeyId: { id }, expectedVersion, graceHours }, tx) => {
    const { secretHash, role, agencyId } = await serviceKeyFor(tx, id, requireUsable);
    const check = new Check();
    const hours = check.within('graceHours', graceHours ?? GRACE_HOURS_USUAL, 0, GRACE_HOURS_MAX);
    check.refuse();
    requireReach(tx, role, agencyId);
    const secret = newSecret();
    const rotatedAt = new Date();
    await requireVersion(
      tx.db.serviceKey.updateMany({
        where: { id, version: expectedVersion },
        data: {
          ...keptOfSecret(secret),
          formerHash: secretHash,
          formerUntil: new Date(rotatedAt.getTime() + hours * HOUR_MS),
          rotatedAt,
          keeperId: tx.accountId,
          version: { increment: 1 },
        },
      }),
    );
    newSecrets(tx.context).set(id, secret);
    return { serviceKeyId: id };
  },
});
