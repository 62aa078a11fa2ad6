import { todayInBangkok } from '../base/today.logic.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import type { Check } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { ServiceKey } from './service-key.type.ts';

/** For how many days a key is made at most: a rule of the registry's own, which the database holds, too. */
const DAYS_MAX = 366;
const DAY_MS = 86_400_000;

/** Which key an act is about, at the version that its user saw. */
export const serviceKeyAtVersion = (t: InputFieldBuilder) => ({
  serviceKeyId: t.globalID({ for: ServiceKey, required: true, description: 'กุญแจบริการ · The service key.' }),
  ...atVersion(t, 'service key'),
});

/** A key works for days to come, and not for ever. */
export function checkLastDay(check: Check, endsOn: Date): void {
  const today = todayInBangkok();
  if (endsOn < today || endsOn.getTime() > today.getTime() + DAYS_MAX * DAY_MS)
    check.add(
      'endsOn',
      `endsOn ต้องไม่ใช่วันที่ผ่านมาแล้ว และไม่เกิน ${DAYS_MAX} วันนับจากวันนี้`,
      `endsOn must not be in the past, nor more than ${DAYS_MAX} days ahead.`,
    );
}
