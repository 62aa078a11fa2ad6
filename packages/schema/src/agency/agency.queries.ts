import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Agency, AgencyConnection, AgencyOrder, AgencyWhere } from './agency.type.ts';

const policy = { searched: ['nameTh', 'nameEn', 'code'], defaultOrder: { code: 'asc' }, nullable: ['dopaCode'] };

builder.queryFields((t) => ({
  agency: t.prismaField({
    type: Agency,
    nullable: true,
    description: 'หน่วยงานตามรหัส · An agency by its code; null when there is none. Anybody may ask.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'รหัสหน่วยงาน เช่น BMA-CHOMTHONG · Code, for example BMA-CHOMTHONG.',
      }),
    },
    resolve: (query, _root, { code }, context) => agencyDb(context).agency.findUnique({ ...query, where: { code } }),
  }),
  agencies: t.prismaConnection(
    {
      type: Agency,
      cursor: 'id',
      description: 'หน่วยงานทั้งหมด · All agencies, by code unless ordered otherwise. Anybody may ask.',
      args: listArguments(AgencyWhere, AgencyOrder),
      totalCount: (_root, args, context) => agencyDb(context).agency.count({ where: listQuery(args, policy).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).agency.findMany({ ...query, ...listQuery(args, policy) }),
    },
    AgencyConnection,
  ),
}));
