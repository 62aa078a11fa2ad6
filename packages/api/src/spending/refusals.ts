import { RegistryError } from '@registry/schema/base/errors.ts';
import type { Message } from '@registry/schema/base/message.logic.ts';
import type { BudgetKind, Quota } from './quotas.ts';

const whose: Readonly<Record<BudgetKind, Message>> = {
  ACCOUNT: { th: 'ของผู้ขอ', en: 'of whoever asks' },
  AGENCY: { th: 'ของหน่วยงาน', en: 'of the agency' },
  CLIENT: { th: 'ของโปรแกรมที่ใช้ถาม', en: 'of the application' },
  KEY: { th: 'ของกุญแจบริการ', en: 'of the service key' },
};

/** The budget is spent for now: the request may come again when its minute is over. */
export function budgetSpent({ kind, points }: Quota, cost: number, remaining: number, until: Date): RegistryError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  const { th, en } = whose[kind];
  return new RegistryError(
    'RATE_LIMITED',
    {
      th: `งบต้นทุนต่อนาที${th}เหลือ ${remaining} จาก ${points} คำขอนี้ใช้ ${cost} โปรดรอ ${seconds} วินาทีแล้วส่งใหม่`,
      en: `Of the budget of cost per minute ${en}, ${points}, ${remaining} is left, and this request costs ${cost}: wait ${seconds} s and send it again.`,
    },
    [],
    {
      refusesRequest: true,
      retryAfterSeconds: seconds,
      details: { budget: kind, resetAt: until.toISOString() },
    },
  );
}

/** The request costs more than a whole minute of the budget allows. */
export function aboveBudget({ kind, points }: Quota, cost: number): RegistryError {
  const { th, en } = whose[kind];
  return new RegistryError(
    'QUERY_TOO_COSTLY',
    {
      th: `คำขอนี้มีต้นทุน ${cost} เกินงบต้นทุนทั้งนาที${th} (${points}) รอแล้วส่งใหม่ก็ไม่ผ่าน โปรดขอหน้าละน้อยลง หรือแบ่งเป็นหลายคำขอ`,
      en: `The request costs ${cost}, more than the whole budget of cost per minute ${en}, ${points}: waiting will not help. Ask for smaller pages, or in several requests.`,
    },
    [],
    { refusesRequest: true, details: { budget: kind } },
  );
}
