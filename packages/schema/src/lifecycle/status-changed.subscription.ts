import { builder } from '../core/builder.ts';
import { notFound } from '../core/errors.ts';
import { mapEvents } from '../core/event-stream.ts';
import { givenText } from '../core/given-text.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { LifecycleKind } from './lifecycle.enums.ts';
import { StatusChange } from './status-change.type.ts';

/** The column of a change that points to a thing of a kind. */
const linkOf = {
  PLAN: 'planId',
  SWOT_ANALYSIS: 'analysisId',
  RISK_REGISTER: 'registerId',
  PROJECT: 'projectId',
  DELEGATION_ORDER: 'orderId',
} as const;

builder.subscriptionField('statusChanged', (t) =>
  t.prismaField({
    type: StatusChange,
    description:
      'ติดตามการเปลี่ยนสถานะที่ผู้ใช้มีสิทธิเห็น ทันทีที่บันทึก · Every change of status that the viewer may see, as it is committed. Members hear of their own agency, the centre of what is submitted, analysts of what is approved. What happened before is in `statusChanges`. Errors: UNAUTHENTICATED, FORBIDDEN, UNAVAILABLE.',
    args: {
      kinds: t.arg({
        type: [LifecycleKind],
        description: 'เฉพาะประเภทเหล่านี้ ไม่ระบุ = ทุกประเภท · Only these kinds; all when absent.',
      }),
      agencyCode: t.arg.string({ description: 'เฉพาะหน่วยงานนี้ · Only of the agency with this code.' }),
    },
    // The announcement says only that something happened: whether it is for the viewer, both walls decide.
    subscribe: (_root, { kinds, agencyCode }, context) =>
      mapEvents(context.statusChanges.listen(), (id) =>
        agencyDb(context).statusChange.findFirst({
          where: {
            id,
            ...(agencyCode === undefined || agencyCode === null
              ? {}
              : { agency: { code: givenText('agencyCode', agencyCode) } }),
            ...(kinds ? { OR: kinds.map((kind) => ({ [linkOf[kind]]: { not: null } })) } : {}),
          },
          select: { id: true },
        }),
      ),
    resolve: async (query, { id }, _args, context) => {
      const change = await agencyDb(context).statusChange.findUnique({ ...query, where: { id } });
      if (!change) throw notFound();
      return change;
    },
  }),
);
