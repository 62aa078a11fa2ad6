import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import {
  SavedQueryRun,
  SavedQueryRunConnection,
  SavedQueryRunOrder,
  SavedQueryRunWhere,
  savedQueryRunList,
} from './query-run.type.ts';
import {
  SavedQuery,
  SavedQueryConnection,
  SavedQueryOrder,
  SavedQueryWhere,
  savedQueryList,
} from './saved-query.type.ts';

const savedQueries = rootList((db) => db.savedQuery, savedQueryList);
const savedQueryRuns = rootList((db) => db.savedQueryRun, savedQueryRunList);

builder.queryFields((t) => ({
  savedQuery: t.prismaField({
    type: SavedQuery,
    nullable: true,
    description:
      'คำถามที่บันทึกไว้หนึ่งรายการ · One saved query by its id; null when there is none, or the viewer may not open it. For all who read records. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
    args: {
      id: t.arg.globalID({ for: SavedQuery, required: true, description: 'คำถามที่บันทึกไว้ · The saved query.' }),
    },
    resolve: (query, _root, { id }, context) =>
      agencyDb(context).savedQuery.findUnique({ ...query, where: { id: id.id } }),
  }),
  savedQueries: t.prismaConnection(
    {
      type: SavedQuery,
      ...savedQueries,
      nullable: true,
      description:
        'คำถามที่ผู้ใช้บันทึกไว้และที่ผู้อื่นแบ่งปันให้ แก้ไขล่าสุดก่อน · Saved queries: the viewer’s own, the archived among them, and what others share with it; the last changed first. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
      args: orderedArguments(SavedQueryWhere, SavedQueryOrder),
    },
    SavedQueryConnection,
  ),
  savedQueryRuns: t.prismaConnection(
    {
      type: SavedQueryRun,
      ...savedQueryRuns,
      nullable: true,
      description:
        'บันทึกการรันคำถามที่บันทึกไว้ ล่าสุดก่อน ผู้ใช้เห็นของตน ผู้ตรวจสอบเห็นทั้งหมด · Runs of saved queries, the newest first: a viewer reads its own, an auditor all, without values and answers. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
      args: orderedArguments(SavedQueryRunWhere, SavedQueryRunOrder),
    },
    SavedQueryRunConnection,
  ),
}));
