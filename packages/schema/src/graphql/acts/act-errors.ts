import type { ErrorCode } from '../../base/errors.ts';

/** Why any act may be refused: sign-in, permission, a race with another act, an invalid text or key. */
const ofEveryAct = ['UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT', 'INVALID_INPUT'] as const satisfies ErrorCode[];

/** The codes in the order in which descriptions name them. */
const inOrder = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID_INPUT',
  'ILLEGAL_TRANSITION',
] as const satisfies ErrorCode[];

export type ActErrorCode = (typeof inOrder)[number];

/** What an act may be refused with besides what every act may, or when: "ไม่ใช่ร่าง · not a draft", or true where the code says it all. */
export type ActErrors = Partial<Record<Exclude<ActErrorCode, 'UNAUTHENTICATED' | 'FORBIDDEN'>, string | true>>;

/** Every code of a refusal. */
export const codesOf = (errors: ActErrors): readonly ActErrorCode[] =>
  inOrder.filter((code) => code in errors || ofEveryAct.some((each) => each === code));
