import { builder } from '../graphql/builder.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Agency, AgencyConnection, AgencyOrder, AgencyWhere } from './agency.type.ts';

const policy: ListPolicy = {
  model: 'Agency',
  shape: shapeOf('Agency'),
  defaultOrder: { code: 'asc' },
};

const agencies = rootList((db) => db.agency, policy);

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
      ...agencies,
      description: 'หน่วยงานทั้งหมด · All agencies, by code unless ordered otherwise. Anybody may ask.',
      args: listArguments(AgencyWhere, AgencyOrder),
    },
    AgencyConnection,
  ),
}));
