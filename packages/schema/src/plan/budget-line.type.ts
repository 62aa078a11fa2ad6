import { builder } from '../graphql/builder.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { BudgetStatus } from './plan.enums.ts';

const BudgetLine = builder.prismaNode('BudgetLine', {
  ...recordNode,
  fields: (t) => ({
    project: t.relation('project', { description: 'โครงการ · The project.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    status: t.expose('status', { type: BudgetStatus }),
    amount: t.expose('amount', { type: 'Decimal', nullable: true }),
    sheetAmount: t.expose('sheetAmount', { type: 'Decimal', nullable: true }),
    amountPrinted: t.exposeString('amountPrinted', { nullable: true }),
    sheetPrinted: t.exposeString('sheetPrinted', { nullable: true }),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    version: t.exposeInt('version'),
  }),
});

const BudgetLineConnection = builder.connectionObject({ type: BudgetLine, name: 'BudgetLineConnection' });

export const BudgetLineWhere = whereInput('BudgetLineWhere', { th: 'บรรทัดงบประมาณ', en: 'budget lines' }, {});

const BudgetLineOrder = orderInput('BudgetLineOrder', { th: 'บรรทัดงบประมาณ', en: 'budget lines' }, {});

export const budgetLineList: ListPolicy = {
  model: 'BudgetLine',
  defaultOrder: { fiscalYear: 'asc' },
  shape: shapeOf('BudgetLine'),
  searched: (wordsOf) => ({ project: wordsOf('Project') }),
};

builder.queryFields((t) => ({
  budgetLines: t.prismaConnection(
    {
      type: BudgetLine,
      ...rootList((db) => db.budgetLine, budgetLineList),
      nullable: true,
      description:
        'บรรทัดงบประมาณของโครงการที่ผู้ใช้เห็นได้ ตามปี · Budget lines of the projects that the viewer may see, by fiscal year. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(BudgetLineWhere, BudgetLineOrder),
    },
    BudgetLineConnection,
  ),
}));
