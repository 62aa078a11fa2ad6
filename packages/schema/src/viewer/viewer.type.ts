import { queryFromInfo } from '@pothos/plugin-prisma';
import { Agency } from '../agency/agency.type.ts';
import { leadingRole, type Viewer as ViewerShape } from '../base/viewer.logic.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf, RoleEnum } from '../graphql/enums.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { type Permission, permissionsOf } from './permission.logic.ts';

const PermissionEnum = enumOf<Permission>('Permission', 'สิ่งที่ผู้ใช้ทำได้ · What the viewer may do.', {
  READ_REFERENCE_DATA: 'ดูข้อมูลกลาง · Read agencies, framework and methods.',
  READ_AGENCY_RECORDS: 'ดูข้อมูลของหน่วยงานตน · Read the records of its own agency.',
  EDIT_AGENCY_RECORDS: 'แก้ไขข้อมูลของหน่วยงานตน · Change the records of its own agency.',
  READ_DISCLOSED_RECORDS: 'ดูข้อมูลที่เปิดเผยต่อบทบาทส่วนกลาง · Read records of all agencies as far as its city role may.',
  AGGREGATE_ACROSS_AGENCIES: 'สรุปภาพรวมทุกหน่วยงาน · Ask the centre’s aggregates.',
});

const ViewerAccount = builder.objectRef<NonNullable<ViewerShape['account']>>('ViewerAccount').implement({
  description: 'บัญชีของผู้ใช้ · The viewer’s account.',
  fields: (t) => ({ name: t.exposeString('name', { description: 'ชื่อที่แสดง · Name shown.' }) }),
});

export const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'ผู้ใช้ที่กำลังสอบถาม · Who asks.',
  fields: (t) => ({
    account: t.expose('account', {
      type: ViewerAccount,
      nullable: true,
      description: 'บัญชี · The account; null when not signed in.',
    }),
    role: t.field({ type: RoleEnum, description: 'บทบาทหลัก · The leading role.', resolve: leadingRole }),
    roles: t.field({
      type: [RoleEnum],
      description: 'ทุกบทบาทในที่ที่กำลังทำงาน · Every role held where the account acts now.',
      resolve: ({ roles }) => [...roles],
    }),
    agency: t.field({
      type: Agency,
      nullable: true,
      description: 'หน่วยงานที่กำลังทำงาน · The agency in which the account acts; null for city roles and the public.',
      resolve: ({ agency }, _args, context, info) =>
        agency &&
        agencyDb(context).agency.findUnique({ ...queryFromInfo({ context, info }), where: { id: agency.id } }),
    }),
    permissions: t.field({
      type: [PermissionEnum],
      description: 'สิ่งที่ทำได้ · What the viewer may do, so that a front end can hide the rest.',
      resolve: permissionsOf,
    }),
  }),
});

builder.queryFields((t) => ({
  viewer: t.field({
    type: Viewer,
    description: 'ผู้ใช้ที่กำลังสอบถาม · Who asks; the public when not signed in.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
}));
