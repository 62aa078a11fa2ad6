import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { ReplyPayload } from '../history/review-comment.payload.ts';
import { ReviewComment } from '../history/status-change.type.ts';
import { requireInUse } from '../record/record-state.ts';

const ReplyInput = builder.inputType('ReplyToReviewCommentInput', {
  description: 'คำตอบต่อความเห็นของ ศปท.กทม. · Answer to a comment of the centre.',
  fields: (t) => ({
    commentId: t.globalID({ for: ReviewComment, required: true, description: 'ความเห็นที่ตอบ · The comment.' }),
    ...atVersion(t, 'comment'),
    reply: t.string({ required: true, description: 'คำตอบ · The answer; at most 4,000 characters.' }),
  }),
});

const state = { select: { status: true, isAmendment: true } } as const;

/** The state of the record that a comment was made on. */
async function recordOf(id: string, db: ActTransaction['db']) {
  const comment = await db.reviewComment.findUnique({
    where: { id },
    select: { change: { select: { plan: state, analysis: state, register: state } } },
  });
  return comment && (comment.change.plan ?? comment.change.analysis ?? comment.change.register);
}

act({
  name: 'replyToReviewComment',
  description:
    'ตอบความเห็นรายข้อของ ศปท.กทม. ตอบไม่ได้ขณะ ศปท.กทม. พิจารณาครั้งแรกและหลังปิดแล้ว · Answers a comment that the centre made on an item; not while the centre examines the record for the first time, nor after it is closed.',
  by: isEditorOfAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: ReplyInput,
  payload: ReplyPayload,
  work: async ({ commentId: { id }, expectedVersion, ...input }, { db }) => {
    const record = await recordOf(id, db);
    if (!record) throw notFound('commentId');
    requireInUse(record);
    const check = new Check();
    const reply = check.text('reply', input.reply, { max: TEXT_MAX });
    check.refuse();
    await requireVersion(
      db.reviewComment.updateMany({
        where: { id, version: expectedVersion },
        data: { reply, repliedAt: new Date(), version: { increment: 1 } },
      }),
    );
    return { commentId: id };
  },
});
