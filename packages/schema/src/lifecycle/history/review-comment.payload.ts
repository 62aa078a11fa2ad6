import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { ReviewComment } from './status-change.type.ts';

export const ReplyPayload = builder.objectRef<{ commentId: string }>('ReplyToReviewCommentPayload').implement({
  description: 'ความเห็นที่ตอบแล้ว · The comment with its answer.',
  fields: (t) => ({
    comment: t.prismaField({
      type: ReviewComment,
      description: 'ความเห็น · The comment.',
      resolve: (query, { commentId }, _args, context) =>
        agencyDb(context).reviewComment.findUniqueOrThrow({ ...query, where: { id: commentId } }),
    }),
  }),
});
