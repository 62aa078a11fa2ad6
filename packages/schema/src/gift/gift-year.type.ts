import { Agency, AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';

export const GiftYear = builder.prismaNode('GiftYear', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงาน · The agency.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    total: t.exposeInt('total', { nullable: true }),
    refused: t.exposeInt('refused', { nullable: true }),
    returned: t.exposeInt('returned', { nullable: true }),
    handedOver: t.exposeInt('handedOver', { nullable: true }),
    kept: t.exposeInt('kept', { nullable: true }),
    halvesWithNone: t.exposeIntList('halvesWithNone', { listSize: 2 }),
  }),
});

export const GiftYearConnection = builder.connectionObject({ type: GiftYear, name: 'GiftYearConnection' });

const subject = { th: 'สถิติรายปีของการรับหรือถูกเสนอของขวัญ', en: 'yearly figures of gifts' };

export const GiftYearWhere = whereInput('GiftYearWhere', subject, { agency: AgencyWhere });

export const GiftYearOrder = orderInput('GiftYearOrder', subject, { fiscalYear: 'ปีงบประมาณ · Fiscal year.' });

export const giftYearList: ListPolicy = {
  model: 'GiftYear',
  shape: shapeOf('GiftYear'),
  defaultOrder: { fiscalYear: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  giftYears: t.relatedConnection(
    'giftYears',
    {
      ...relatedList(giftYearList),
      nullable: true,
      description:
        'สถิติรายปีของการรับหรือถูกเสนอของขวัญ จำนวน 1-4 ไม่แสดง · Yearly figures of gifts of the agency; counts of 1 to 4 are left out.',
      args: orderedArguments(GiftYearWhere, GiftYearOrder),
    },
    GiftYearConnection,
  ),
}));
