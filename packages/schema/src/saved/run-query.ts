import { notFound, RegistryError } from '../base/errors.ts';
import { builder } from '../graphql/builder.ts';
import { handedOn } from '../graphql/limits/handed-on.ts';
import { timesAsked } from '../graphql/limits/times-asked.ts';
import { recordLoader } from '../graphql/loader.ts';
import { runInTransaction } from '../tenancy/act-transaction.ts';
import type { Context } from '../tenancy/context.ts';
import type { NestedAnswer } from '../tenancy/nested-queries.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { givenVariables } from './given-variables.ts';
import { SavedQuery } from './saved-query.type.ts';

type Asked = { readonly savedQueryId: string; readonly number: number; readonly documentHash: string };
type Run = Asked & NestedAnswer & { readonly milliseconds: number };

const loadSavedQuery = recordLoader((db) => db.savedQuery);

const QueryAnswer = builder.objectRef<Run>('QueryAnswer').implement({
  description:
    'คำตอบของคำถามที่บันทึกไว้ เหมือนผู้รันถามเอง · What a saved query answered, as if its runner had asked it: `data` and `errors` as an answer of its own has them.',
  fields: (t) => ({
    savedQuery: t.field({
      type: SavedQuery,
      nullable: true,
      description: 'คำถามที่รัน · The saved query.',
      resolve: ({ savedQueryId }, _args, context, info) => loadSavedQuery(savedQueryId, context, info),
    }),
    number: t.exposeInt('number', { description: 'รุ่นที่รัน · Number of the version that was run.' }),
    documentHash: t.exposeString('documentHash', {
      description: 'ค่าแฮช SHA-256 ของคำถาม · SHA-256 of the document; the run is logged by it.',
    }),
    data: t.expose('data', {
      weight: 1,
      type: 'JSON',
      nullable: true,
      description:
        'ข้อมูลตามรูปของคำถาม · The data, in the form of the query; null where nothing could be answered. Each further name for it costs what the query costs.',
    }),
    errors: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'ข้อผิดพลาดในคำตอบ ไม่มี = null · The errors of the answer as a list, each with `message`, `path` and `extensions.code`; null for none.',
      resolve: ({ errors }) => (errors.length > 0 ? errors : null),
    }),
    cost: t.exposeInt('cost', {
      description: 'ต้นทุนของคำถาม นับรวมในคำขอ · Cost of the query; `extensions.cost` of the request has it, too.',
    }),
    milliseconds: t.exposeInt('milliseconds', { description: 'ใช้เวลากี่มิลลิวินาที · How long it took, in milliseconds.' }),
  }),
});

/** The version that is to be run; null where the viewer may not open it. */
async function versionOf(context: Context, savedQueryId: string, number: number | null | undefined) {
  const found = await agencyDb(context).savedQueryVersion.findFirst({
    where: { savedQueryId, number: number ?? undefined },
    orderBy: { number: 'desc' },
    select: { number: true, document: true, documentHash: true, variables: true },
  });
  if (!found) throw notFound('id');
  return found;
}

type Outcome = { readonly cost: number; readonly outcome: 'ANSWERED' | 'PARTIAL' | 'REFUSED' };

/** Runs it, and logs who ran what, when, how long and at which cost: by its hash, without values and answer. */
async function runLogged(context: Context, asked: Asked, run: () => Promise<NestedAnswer>): Promise<Run> {
  const startedAt = new Date();
  const since = performance.now();
  const log = (outcome: Outcome) => {
    const milliseconds = Math.round(performance.now() - since);
    return runInTransaction(context, { name: 'runQuery' }, ({ db, accountId }) =>
      db.savedQueryRun.create({
        data: { ...asked, ...outcome, accountId, agencyId: context.viewer.agency?.id ?? null, startedAt, milliseconds },
        select: { milliseconds: true },
      }),
    );
  };
  try {
    const answer = await run();
    const outcome = answer.errors.length > 0 ? 'PARTIAL' : 'ANSWERED';
    return { ...asked, ...answer, ...(await log({ cost: answer.cost, outcome })) };
  } catch (error) {
    if (error instanceof RegistryError) await log({ cost: 0, outcome: 'REFUSED' });
    throw error;
  }
}

builder.queryField('runQuery', (t) =>
  t.field({
    type: QueryAnswer,
    nullable: true,
    description:
      'รันคำถามที่บันทึกไว้ด้วยสิทธิของผู้รัน ไม่ใช่ของเจ้าของ · Runs a saved query with the rights of whoever runs it, never its owner’s, and within the limits of any request. Each run is logged by the hash of the document. For all who read records. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT (variables), GRAPHQL_VALIDATION_FAILED (the schema has no longer what it asks for), QUERY_TOO_COSTLY, DEADLINE_EXCEEDED.',
    args: {
      id: t.arg.globalID({ for: SavedQuery, required: true, description: 'คำถามที่บันทึกไว้ · The saved query.' }),
      variables: t.arg({
        type: 'JSON',
        description:
          'ค่าตัวแปรตามชื่อ ที่ไม่ระบุใช้ค่าที่บันทึกไว้ · Values of variables by their names; those left out are as they were saved.',
        extensions: handedOn,
      }),
      number: t.arg.int({ description: 'รุ่นที่จะรัน ไม่ระบุ = ล่าสุด · Number of the version; the latest when left out.' }),
    },
    async resolve(_root, { id, variables, number }, context, info) {
      const given = givenVariables(variables);
      const found = await versionOf(context, id.id, number);
      const asked = { savedQueryId: id.id, number: found.number, documentHash: found.documentHash };
      return runLogged(context, asked, () =>
        context.nested.run(
          { document: found.document, variables: { ...givenVariables(found.variables), ...given } },
          { data: timesAsked(info, 'data'), errors: timesAsked(info, 'errors') },
          context,
        ),
      );
    },
  }),
);
