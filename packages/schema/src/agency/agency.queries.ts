import { builder } from '../graphql/builder.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { countedList } from '../graphql/paging/counted-list.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { pagesOf } from '../graphql/paging/pages-of.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Agency, AgencyConnection, AgencyOrder, AgencyWhere } from './agency.type.ts';

const policy: ListPolicy = {
  model: 'Agency',
  shape: shapeOf('Agency'),
  searched: ['nameTh', 'nameEn', 'code'],
  defaultOrder: { code: 'asc' },
  nullable: ['dopaCode'],
};

const agencies = countedList((context) => agencyDb(context).agency, policy);

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
    resolve: (query, _root, { code }, context) =>
      agencyDb(context).agency.findUnique({ ...query, where: { code: givenText('code', code) } }),
  }),
  agencies: t.prismaConnection(
    {
      type: Agency,
      cursor: 'id',
      extensions: pagesOf(policy),
      description: 'หน่วยงานทั้งหมด · All agencies, by code unless ordered otherwise. Anybody may ask.',
      args: listArguments(AgencyWhere, AgencyOrder),
      totalCount: agencies.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).agency.findMany({ ...query, ...agencies.page(query, args, context, info) }),
    },
    AgencyConnection,
  ),
}));
