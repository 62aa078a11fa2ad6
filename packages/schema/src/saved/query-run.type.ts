import { AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordLoader } from '../graphql/loader.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { QueryOutcome } from './saved.enums.ts';
import { SavedQuery } from './saved-query.type.ts';

const loadSavedQuery = recordLoader((db) => db.savedQuery);

export const SavedQueryRun = builder.prismaNode('SavedQueryRun', {
  ...recordNode,
  fields: (t) => ({
    savedQuery: t.field({
      type: SavedQuery,
      nullable: true,
      description:
        'คำถามที่รัน · The saved query; null when the viewer may no longer open it, and for an auditor, who reads no questions.',
      select: { savedQueryId: true },
      resolve: ({ savedQueryId }, _args, context, info) => loadSavedQuery(savedQueryId, context, info),
    }),
    number: t.exposeInt('number'),
    documentHash: t.exposeString('documentHash'),
    agency: t.relation('agency', {
      nullable: true,
      description: 'หน่วยงานที่ผู้รันทำงานให้ ส่วนกลาง = null · The agency for which it was run; null for a city role.',
    }),
    accountId: t.string({
      description: 'รหัสบัญชีของผู้รัน · Account that ran it, as the audit trail names it.',
      select: { accountId: true },
      resolve: ({ accountId }) => accountId,
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    milliseconds: t.exposeInt('milliseconds'),
    cost: t.exposeInt('cost'),
    outcome: t.expose('outcome', { type: QueryOutcome }),
  }),
});

export const SavedQueryRunConnection = builder.connectionObject({
  type: SavedQueryRun,
  name: 'SavedQueryRunConnection',
});

const subject = { th: 'การรันคำถามที่บันทึกไว้', en: 'runs of saved queries' };

export const SavedQueryRunWhere = whereInput(
  'SavedQueryRunWhere',
  subject,
  { agency: AgencyWhere },
  { loaded: ['savedQuery'] },
);
export const SavedQueryRunOrder = orderInput('SavedQueryRunOrder', subject, {});

export const savedQueryRunList: ListPolicy = {
  model: 'SavedQueryRun',
  shape: shapeOf('SavedQueryRun'),
  defaultOrder: { startedAt: 'desc' },
};
