import { accountNameById } from '../agency/account.loader.ts';
import { Agency, AgencyWhere } from '../agency/agency.type.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { RoleEnum } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import type { Context } from '../tenancy/context.ts';
import { AccountKind } from './membership.enums.ts';
import { isHeldOn } from './membership.logic.ts';

/** Whether the viewer administers the people that it sees: what is about a person rather than its role is for such alone. */
const administers = ({ viewer: { roles } }: Context): boolean =>
  roles.includes('AGENCY_ADMIN') || roles.includes('CITY_ADMIN');

export const Membership = builder.prismaNode('Membership', {
  ...recordNode,
  fields: (t) => ({
    name: t.string({
      description: 'ชื่อของสมาชิก · Name of the member.',
      select: { account: { select: { name: true } } },
      resolve: ({ account }) => account.name,
    }),
    accountKind: t.field({
      type: AccountKind,
      description: 'ชนิดของบัญชี · Kind of the account.',
      select: { account: { select: { kind: true } } },
      resolve: ({ account }) => account.kind,
    }),
    subject: t.string({
      nullable: true,
      description:
        'รหัสผู้ใช้ในระบบยืนยันตัวตน เห็นเฉพาะผู้ดูแลระบบ · Subject of the member’s tokens, for administrators; null for others.',
      select: { account: { select: { sub: true } } },
      resolve: ({ account }, _args, context) => (administers(context) ? account.sub : null),
    }),
    lastSignInAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'ลงชื่อเข้าใช้ล่าสุด (คลาดเคลื่อนราวสิบนาที) เห็นเฉพาะผู้ดูแลระบบ · When the member last signed in, to some ten minutes, for administrators; null for others, and for who has not.',
      select: { account: { select: { lastSignInAt: true } } },
      resolve: ({ account }, _args, context) => (administers(context) ? account.lastSignInAt : null),
    }),
    isMe: t.boolean({
      description: 'เป็นของผู้ใช้เองหรือไม่ · Whether it is the viewer’s own.',
      select: { accountId: true },
      resolve: ({ accountId }, _args, { viewer }) => accountId === viewer.account?.id,
    }),
    role: t.expose('role', { type: RoleEnum }),
    agency: t.relation('agency', { nullable: true }),
    startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    isInForce: t.boolean({
      description: 'มีบทบาทอยู่ในวันนี้หรือไม่ · Whether the role is held today, in Bangkok.',
      select: { startsOn: true, endsOn: true, endedAt: true },
      resolve: (held) => isHeldOn(held, todayInBangkok()),
    }),
    grantedByName: t.string({
      nullable: true,
      description:
        'ชื่อผู้ให้บทบาท · Name of who gave the role; null where the viewer does not see them, such as an administrator of the city, and when it came with the setting up.',
      select: { grantedById: true },
      resolve: ({ grantedById }, _args, context) => grantedById && accountNameById(context).load(grantedById),
    }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'ให้บทบาทเมื่อใด · When the role was given.' }),
  }),
});

export const MembershipConnection = builder.connectionObject({ type: Membership, name: 'MembershipConnection' });

const subject = { th: 'สมาชิก', en: 'members' };

export const MembershipWhere = whereInput('MembershipWhere', subject, { agency: AgencyWhere });

export const MembershipOrder = orderInput('MembershipOrder', subject, {});

export const membershipList: ListPolicy = {
  model: 'Membership',
  shape: shapeOf('Membership'),
  defaultOrder: { createdAt: 'asc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  members: t.relatedConnection(
    'memberships',
    {
      ...relatedList(membershipList),
      nullable: true,
      description:
        'สมาชิกของหน่วยงาน รวมที่สิ้นสุดแล้ว ตามลำดับที่ให้บทบาท · Who holds, held or will hold which role in the agency, in the order in which roles were given. For its own members; an administrator of the city sees its administrators, and everybody else nobody.',
      args: orderedArguments(MembershipWhere, MembershipOrder),
    },
    MembershipConnection,
  ),
}));
