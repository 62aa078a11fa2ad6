import type { DelegationOrderKind } from '@registry/prisma/generated/client/enums.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { OrderProblem } from './issue-problem.logic.ts';

/** Whether the lines of an order are those of its kind. */
export function problemsOfKind(
  kind: DelegationOrderKind,
  powers: readonly { readonly subDelegable: boolean }[],
): OrderProblem[] {
  if (kind === 'ACTING_APPOINTMENT')
    return powers.length === 0 ? [] : [{ code: 'LINES_DO_NOT_FIT_KIND', field: 'powers', message: messages.hasLines }];
  if (powers.length === 0) return [{ code: 'NO_LINES', field: 'powers', message: messages.noLines }];
  if (kind === 'DELEGATION') return [];
  return powers.flatMap(({ subDelegable }, index) =>
    subDelegable
      ? [{ code: 'ASSIGNMENT_PASSED_ON', field: `powers[${index}].subDelegable`, message: messages.passedOn } as const]
      : [],
  );
}

const messages = {
  noLines: { th: 'คำสั่งยังไม่มีอำนาจที่มอบ: เพิ่มอย่างน้อยหนึ่งรายการ', en: 'The order delegates nothing: add at least one line.' },
  hasLines: withSource(
    {
      th: 'คำสั่งแต่งตั้งผู้รักษาราชการแทนไม่มีรายการอำนาจที่มอบ: ผู้รักษาราชการแทนมีอำนาจหน้าที่เช่นเดียวกับผู้ซึ่งตนแทน ให้บันทึกการรักษาราชการแทน',
      en: 'An order that appoints who acts for a position delegates nothing, as whoever acts has all its powers: take the lines out and record the acting appointment.',
    },
    'acting',
  ),
  passedOn: withSource(
    {
      th: 'คำสั่งมอบหมายให้ปฏิบัติราชการให้มอบอำนาจต่อไม่ได้: ใช้คำสั่งมอบอำนาจ หรือไม่ให้มอบอำนาจต่อ',
      en: 'What is assigned is not passed on: make it an order that delegates authority, or do not let it be passed on.',
    },
    'registry',
  ),
};
