import { createContextCache } from '@pothos/core';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Invitation } from './invitation.type.ts';

export const InvitationPayload = builder.objectRef<{ invitationId: string }>('InvitationPayload').implement({
  description: 'คำเชิญหลังการเปลี่ยนแปลง · The invitation after the change.',
  fields: (t) => ({
    invitation: t.prismaField({
      type: Invitation,
      description: 'คำเชิญ · The invitation.',
      resolve: (query, { invitationId }, _args, context) =>
        agencyDb(context).invitation.findUniqueOrThrow({ ...query, where: { id: invitationId } }),
    }),
  }),
});

/** Codes of invitations that a request made. They are in its memory alone: what a repeated request is answered from has none. */
export const newCodes = createContextCache((_context: Context) => new Map<string, string>());

export const InviteMemberPayload = builder.objectRef<{ invitationId: string }>('InviteMemberPayload').implement({
  description: 'คำเชิญใหม่และรหัสซึ่งแสดงครั้งเดียว · The new invitation, and its code, which is shown this once.',
  fields: (t) => ({
    invitation: t.prismaField({
      type: Invitation,
      description: 'คำเชิญ · The invitation.',
      resolve: (query, { invitationId }, _args, context) =>
        agencyDb(context).invitation.findUniqueOrThrow({ ...query, where: { id: invitationId } }),
    }),
    code: t.string({
      nullable: true,
      description:
        'รหัสสำหรับรับคำเชิญ ส่งให้ผู้รับเชิญโดยตรง แสดงครั้งเดียวและไม่มีเก็บไว้ที่ใด · The code for `acceptInvitation`: give it to whoever is invited. It is shown this once and kept nowhere; null when a request is repeated under its Idempotency-Key.',
      resolve: ({ invitationId }, _args, context) => newCodes(context).get(invitationId) ?? null,
    }),
  }),
});
