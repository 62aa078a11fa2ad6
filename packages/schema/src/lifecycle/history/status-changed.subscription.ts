import { notFound } from '../../base/errors.ts';
import { mapEvents } from '../../base/event-stream.ts';
import { builder } from '../../graphql/builder.ts';
import { givenText } from '../../graphql/inputs/given-text.ts';
import type { Context } from '../../tenancy/context.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { LifecycleKind } from '../lifecycle.enums.ts';
import { StatusChange } from './status-change.type.ts';

/** The column of a change that points to a thing of a kind. */
const linkOf = {
  PLAN: 'planId',
  SWOT_ANALYSIS: 'analysisId',
  RISK_REGISTER: 'registerId',
  YEAR_REPORT: 'reportId',
  PROJECT: 'projectId',
  DELEGATION_ORDER: 'orderId',
} as const;

type Kind = keyof typeof linkOf;

/**
 * An absent argument is no condition. A subscription that can never match is refused: for an unknown agency code, and for members, in the
 * same words, the code of another agency.
 */
async function ofAgency(given: string | null | undefined, context: Context) {
  if (given === undefined || given === null) return {};
  const code = givenText('agencyCode', given);
  const { agency } = context.viewer;
  const isHeard = agency
    ? agency.code === code
    : (await agencyDb(context).agency.findUnique({ where: { code }, select: { id: true } })) !== null;
  if (!isHeard) throw notFound('agencyCode');
  return { agency: { code } };
}

/** An empty list names no kind. */
function ofKinds(kinds: readonly Kind[] | null | undefined) {
  if (!kinds) return {};
  // An OR of nothing says nothing where it stands beside the scope.
  if (kinds.length === 0) return { id: { in: [] } };
  return { OR: kinds.map((kind) => ({ [linkOf[kind]]: { not: null } })) };
}

builder.subscriptionField('statusChanged', (t) =>
  t.prismaField({
    type: StatusChange,
    description:
      'ติดตามการเปลี่ยนสถานะที่ผู้ใช้มีสิทธิเห็น ทันทีที่บันทึก · Every change of status that the viewer may see, as it is committed. Members hear of their own agency, the centre of what is submitted, analysts of what is approved. What happened before is in `statusChanges`. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT, UNAVAILABLE.',
    args: {
      kinds: t.arg({
        type: [LifecycleKind],
        description: 'เฉพาะประเภทเหล่านี้ ไม่ระบุ = ทุกประเภท · Only these kinds; all when absent.',
      }),
      agencyCode: t.arg.string({
        description:
          'เฉพาะหน่วยงานนี้ สมาชิกระบุได้เฉพาะหน่วยงานของตน · Only of the agency with this code; NOT_FOUND when there is none, or when members name another than their own.',
      }),
    },
    // The announcement says only that something happened: whether it is for the viewer, both walls decide.
    subscribe: async (_root, { kinds, agencyCode }, context) => {
      const asked = [await ofAgency(agencyCode, context), ofKinds(kinds)];
      return mapEvents(context.statusChanges.listen(), (id) =>
        agencyDb(context).statusChange.findFirst({ where: { AND: [{ id }, ...asked] }, select: { id: true } }),
      );
    },
    resolve: async (query, { id }, _args, context) => {
      const change = await agencyDb(context).statusChange.findUnique({ ...query, where: { id } });
      if (!change) throw notFound();
      return change;
    },
  }),
);
