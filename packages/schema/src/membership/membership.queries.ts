import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  Invitation,
  InvitationConnection,
  InvitationOrder,
  InvitationWhere,
  invitationList,
} from './invitation.type.ts';
import {
  Membership,
  MembershipConnection,
  MembershipOrder,
  MembershipWhere,
  membershipList,
} from './membership.type.ts';
import {
  ServiceKey,
  ServiceKeyConnection,
  ServiceKeyOrder,
  ServiceKeyWhere,
  serviceKeyList,
} from './service-key.type.ts';

const invitations = rootList((db) => db.invitation, invitationList);
const serviceKeys = rootList((db) => db.serviceKey, serviceKeyList);
const members = rootList((db) => db.membership, membershipList);

builder.queryFields((t) => ({
  members: t.prismaConnection(
    {
      type: Membership,
      ...members,
      nullable: true,
      description:
        'สมาชิกที่ผู้ใช้เห็นได้ รวมที่สิ้นสุดแล้ว ตามลำดับที่ให้บทบาท · Who holds, held or will hold which role, in the order in which roles were given: members of an agency see their own, an administrator of the city those of the city and the administrators of agencies. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(MembershipWhere, MembershipOrder),
    },
    MembershipConnection,
  ),
  invitations: t.prismaConnection(
    {
      type: Invitation,
      ...invitations,
      nullable: true,
      description:
        'คำเชิญ ใหม่สุดก่อน · Invitations, newest first: of the agency, and for an administrator of the city those to its roles and to administer agencies. For administrators. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(InvitationWhere, InvitationOrder),
    },
    InvitationConnection,
  ),
  serviceKeys: t.prismaConnection(
    {
      type: ServiceKey,
      ...serviceKeys,
      nullable: true,
      description:
        'กุญแจบริการ รวมที่สิ้นสุดแล้ว ใหม่สุดก่อน · Service keys, newest first, also those that ended: of the agency, and for an administrator of the city those of the city. For administrators. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(ServiceKeyWhere, ServiceKeyOrder),
    },
    ServiceKeyConnection,
  ),
}));
