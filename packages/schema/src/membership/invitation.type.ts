import { accountNameById } from '../agency/account.loader.ts';
import { AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { RoleEnum } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { InvitationStatus } from './membership.enums.ts';
import { stateOfInvitation } from './membership.logic.ts';

export const Invitation = builder.prismaNode('Invitation', {
  ...recordNode,
  fields: (t) => ({
    name: t.exposeString('name'),
    role: t.expose('role', { type: RoleEnum }),
    agency: t.relation('agency', { nullable: true }),
    startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
    status: t.field({
      type: InvitationStatus,
      description: 'สถานะของคำเชิญ · State of the invitation now.',
      select: { acceptedAt: true, withdrawnAt: true, expiresAt: true },
      resolve: (invitation) => stateOfInvitation(invitation, new Date()),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    invitedByName: t.string({
      nullable: true,
      description:
        'ชื่อผู้เชิญ · Name of who invites; null where the viewer does not see them, such as an administrator of the city.',
      select: { invitedById: true },
      resolve: ({ invitedById }, _args, context) => accountNameById(context).load(invitedById),
    }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
    withdrawnAt: t.expose('withdrawnAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'เชิญเมื่อใด · When it was made.' }),
  }),
});

export const InvitationConnection = builder.connectionObject({ type: Invitation, name: 'InvitationConnection' });

const subject = { th: 'คำเชิญ', en: 'invitations' };

export const InvitationWhere = whereInput('InvitationWhere', subject, { agency: AgencyWhere });

export const InvitationOrder = orderInput('InvitationOrder', subject, {});

export const invitationList: ListPolicy = {
  model: 'Invitation',
  shape: shapeOf('Invitation'),
  defaultOrder: { createdAt: 'desc' },
};
