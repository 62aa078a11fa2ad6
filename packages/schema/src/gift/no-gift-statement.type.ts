import { Agency, AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';

export const NoGiftStatement = builder.prismaNode('NoGiftStatement', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานที่แจ้ง · The agency that states it.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    half: t.exposeInt('half'),
    statedOn: t.expose('statedOn', { type: 'Date' }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

export const NoGiftStatementConnection = builder.connectionObject({
  type: NoGiftStatement,
  name: 'NoGiftStatementConnection',
});

const subject = { th: 'คำแจ้งว่าไม่มีการรับหรือถูกเสนอของขวัญ', en: 'statements that there was no gift' };

export const NoGiftStatementWhere = whereInput('NoGiftStatementWhere', subject, { agency: AgencyWhere });

export const NoGiftStatementOrder = orderInput('NoGiftStatementOrder', subject, {
  statedOn: 'วันที่แจ้ง · Day on which it was stated.',
});

export const noGiftStatementList: ListPolicy = {
  model: 'NoGiftStatement',
  shape: shapeOf('NoGiftStatement'),
  defaultOrder: { statedOn: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  noGiftStatements: t.relatedConnection(
    'noGiftStatements',
    {
      ...relatedList(noGiftStatementList),
      nullable: true,
      description:
        'คำแจ้งของหน่วยงานว่าไม่มีการรับหรือถูกเสนอของขวัญ · Half-years for which the agency stated that there was no gift, newest first.',
      args: orderedArguments(NoGiftStatementWhere, NoGiftStatementOrder),
    },
    NoGiftStatementConnection,
  ),
}));
