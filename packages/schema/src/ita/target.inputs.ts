import type { InputShapeFromFields } from '@pothos/core';
import { notFound } from '../base/errors.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

export const TARGET_CODE_MAX = 40;

/** What is to be reached. */
export const targetNumbers = (t: InputFieldBuilder) => ({
  leastPoints: t.field({ type: 'Decimal', description: 'คะแนนขั้นต่ำ (เต็ม 100) · Least points, of 100.' }),
  leastSharePercent: t.field({
    type: 'Decimal',
    description:
      'ร้อยละของหน่วยงานที่ต้องถึงคะแนนขั้นต่ำ ไม่ใช้กับเป้าหมายของหน่วยงานเดียว · Share of agencies, in percent, that are to reach them; not for a target of one agency.',
  }),
  rankAtMost: t.int({
    description: 'อันดับที่ต้องไม่เกิน เฉพาะ CPI · Rank that is not to be exceeded; for the CPI alone.',
  }),
});

type Numbers = InputShapeFromFields<ReturnType<typeof targetNumbers>>;

/** The same as plain numbers, for the rules. */
export const plainNumbers = ({ leastPoints, leastSharePercent, rankAtMost }: Numbers) => ({
  leastPoints: leastPoints && Number(leastPoints),
  leastSharePercent: leastSharePercent && Number(leastSharePercent),
  rankAtMost,
});

/**
 * A target that the viewer may change: an agency those of its own, the administrator of the city those that are no agency's. Everybody reads
 * the others, and nobody changes them from elsewhere.
 */
export async function requireOwnTarget({ db, context }: ActTransaction, id: string) {
  const target = await db.integrityTarget.findUnique({ where: { id } });
  if (!target || target.agencyId !== (context.viewer.agency?.id ?? null)) throw notFound('targetId');
  return target;
}
