import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';
import type { DeclarationKindName } from './declaration-words.logic.ts';

type ToConfirm = {
  readonly signatoryId: string | null;
  readonly signedOn: Date | null;
  readonly textTh: string | null;
  readonly textAddress: string | null;
};

/** What a declaration lacks before an approver can confirm it: a signature, and something that it says. */
export function problemsOfDeclaration({ signatoryId, signedOn, textTh, textAddress }: ToConfirm): FieldProblem[] {
  const checks: readonly [boolean, string, string, Message][] = [
    [signatoryId === null, 'NO_SIGNATORY', 'signatoryId', messages.signatory],
    [signedOn === null, 'NOT_SIGNED', 'signedOn', messages.signedOn],
    [textTh === null && textAddress === null, 'NO_TEXT', 'textTh', messages.text],
  ];
  return checks.flatMap(([isMissing, code, field, message]) =>
    isMissing ? [{ code, field, message: withSource(message, 'registry') }] : [],
  );
}

const messages = {
  signatory: { th: 'ยังไม่ระบุตำแหน่งผู้ลงนาม', en: 'Say which position signed it.' },
  signedOn: { th: 'ยังไม่ระบุวันที่ลงนาม', en: 'Say on which day it was signed.' },
  text: {
    th: 'ยังไม่มีข้อความโดยย่อหรือที่อยู่เว็บของตัวบท',
    en: 'Say in short what it declares, or at which address its text is read.',
  },
} satisfies Record<string, Message>;

/** The kinds that are policies; all others are measures (document 004). */
const policies: readonly DeclarationKindName[] = ['NO_GIFT_POLICY', 'ANTI_BRIBERY_POLICY', 'INTEGRITY_POLICY'];

export const formOf = (kind: DeclarationKindName): 'POLICY' | 'MEASURE' =>
  policies.includes(kind) ? 'POLICY' : 'MEASURE';
