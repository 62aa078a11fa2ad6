import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
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

/** Comments, each with the state of the record that it was made on. */
async function withRecords(db: ScopedDb, ids: string[]) {
  const comments = await db.reviewComment.findMany({
    where: { id: { in: ids } },
    select: { id: true, change: { select: { plan: state, analysis: state, register: state } } },
  });
  return comments.flatMap(({ id, change: { plan, analysis, register } }) => {
    const record = plan ?? analysis ?? register;
    return record ? [{ id, record }] : [];
  });
}

act({
  name: 'replyToReviewComment',
  description:
    'ตอบความเห็นรายข้อของ ศปท.กทม. ตอบไม่ได้ขณะ ศปท.กทม. พิจารณาครั้งแรกและหลังปิดแล้ว · Answers a comment that the centre made on an item; not while the centre examines the record for the first time, nor after it is closed.',
  by: isEditorOfAgency,
  on: onWhen(statesOf('ReviewComment', withRecords), ({ record }) => requireInUse(record)),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: ReplyInput,
  payload: ReplyPayload,
  work: async ({ commentId: { id }, expectedVersion, ...input }, { db }) => {
    const [comment] = await withRecords(db, [id]);
    if (!comment) throw notFound('commentId');
    requireInUse(comment.record);
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
