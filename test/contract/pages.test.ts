import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { drawn } from '../kit/generated.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { everyList, type ListAt, recordLists } from './paged-lists.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = 'sample-1-editor';

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  registry.rows<Row>(text, values);

const linesOf: Readonly<Record<string, readonly [string, string]>> = {
  PowerUse: ['MonthlyReport', 'uses'],
  ProgressIndicatorValue: ['ProgressReport', 'values'],
};

const found = new Map<string, Promise<string[]>>();

/** Ids of up to three records of a type, of the editor's agency where it has some. */
function recordsOf(type: string): Promise<string[]> {
  const ids = found.get(type) ?? findRecords(type);
  found.set(type, ids);
  return ids;
}

async function findRecords(type: string): Promise<string[]> {
  const own = models[type]?.columns.agencyId
    ? `ORDER BY "agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1') DESC, id`
    : 'ORDER BY id';
  return (await sql<{ id: string }>(`SELECT id FROM "${type}" ${own} LIMIT 3`)).map(({ id }) =>
    encodeGlobalId(type, id),
  );
}

/** A way of cutting a list, and what is asked of it. */
type Part = { readonly cut: string; readonly selection: string };

/** Parts of a list asked for side by side: the first by its own name, the others by other names. */
const askAll = (list: ListAt, parts: readonly Part[]) => {
  const [first = '', ...others] = parts.map(({ cut, selection }) => `${list.field}(${cut}) { ${selection} }`);
  return askFor(list, [first, ...others.map((each, index) => `other${index}: ${each}`)].join(' '));
};
const ask = (list: ListAt, cut: string, selection: string) => askAll(list, [{ cut, selection }]);

/** Asks for a list with some selection; of its first parents, where it hangs beneath a record. */
async function askFor({ parent, field }: ListAt, asked: string) {
  if (parent === 'Query') {
    const { data, errors } = await registry.as(editor)(`{ ${asked} }`);
    return { lists: [data?.[field] ?? null], errors };
  }
  // Lines of reports have no id of their own, and so no node.
  const [record, lines] = linesOf[parent] ?? [parent, null];
  const ids = await recordsOf(record);
  const { data, errors } = await registry.as(editor)(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${record} { ${lines ? `${lines} { ${asked} }` : asked} } } }`,
    { ids },
  );
  const parents = (data?.nodes ?? []).flatMap((node: any) => (lines ? (node?.[lines] ?? []) : [node]));
  return { lists: parents.map((node: any) => node?.[field] ?? null), errors };
}

const selections = [
  'totalCount',
  'pageInfo { hasNextPage }',
  'pageInfo { startCursor endCursor hasPreviousPage }',
  'edges { cursor }',
  'edges { node { __typename } }',
  'totalCount edges { cursor } pageInfo { endCursor }',
];

const codesOf = (errors: readonly { extensions: Record<string, unknown> }[]) =>
  errors.map(({ extensions }) => extensions.code);

describe('every paged list', () => {
  it('of lines of reports is that of their report', async () => {
    for (const parent of Object.keys(linesOf)) {
      const { lists, errors } = await ask(
        { parent, field: 'auditTrail', node: 'AuditEntry', orders: [] },
        'first: 1',
        'totalCount',
      );
      expect([parent, errors]).toEqual([parent, []]);
      expect(lists[0].totalCount).toBeGreaterThan(0);
    }
  });

  it('answers every part of a page by itself, and every way of cutting it', async () => {
    const wrong: string[] = [];
    let questions = 0;
    for (const [place, list] of drawn([...everyList.entries()])) {
      const { lists } = await ask(list, 'first: 2', 'pageInfo { startCursor endCursor }');
      const page = lists.find((each: any) => each?.pageInfo.endCursor)?.pageInfo;
      const [after, before] = [`after: "${page?.startCursor ?? ''}"`, `before: "${page?.endCursor ?? ''}"`];
      const cuts = ['', after, before, `${after} ${before}`, 'after: ""', 'before: ""', 'after: null before: ""'];
      const every = cuts.flatMap((each) => [`first: 2 ${each}`, `last: 2 ${each}`]);
      const asked = selections.flatMap((selection) => every.map((cut) => ({ cut, selection })));
      // By itself, as its own place in the answer, and side by side.
      const alone = asked.slice((place * 13) % asked.length).slice(0, 1);
      const half = asked.length / 2;
      for (const group of [alone, asked.slice(0, half), asked.slice(half)]) {
        const { errors } = await askAll(list, group);
        questions += group.length;
        // Of a trail that the editor may not read it is told so.
        for (const error of errors)
          if (error.extensions.code !== 'FORBIDDEN')
            wrong.push(`${list.parent}.${list.field} ${JSON.stringify(error)}`);
      }
    }
    console.info(`pages: ${questions} questions of ${everyList.length} lists`);
    expect(everyList.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  }, 300_000);

  it('starts at its start after no cursor and after an empty one, and ends before a cursor whichever end it is read from', async () => {
    const page = async (args: string) =>
      (
        await registry.as(editor)(
          `{ risks(${args}) { pageInfo { hasNextPage hasPreviousPage } edges { cursor node { code } } } }`,
        )
      ).data.risks;
    const all = (await page('first: 10')).edges;
    expect(await page('first: 10, after: ""')).toEqual(await page('first: 10'));
    expect(await page('last: 10, before: ""')).toEqual(await page('last: 10'));
    const between = `after: "${all[1].cursor}", before: "${all[7].cursor}"`;
    expect(await page(`first: 3, ${between}`)).toEqual({
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
      edges: all.slice(2, 5),
    });
    expect(await page(`last: 3, ${between}`)).toEqual({
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
      edges: all.slice(4, 7),
    });
    expect(await page(`first: 9, ${between}`)).toEqual({
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
      edges: all.slice(2, 7),
    });
  });

  it('counts all of its rows on every page', async () => {
    const ask = registry.as(editor);
    const nested =
      'query ($after: String) { risks(first: 5, after: $after) { totalCount pageInfo { endCursor } } agency(code: "SAMPLE-1") { risks(first: 5, after: $after) { totalCount pageInfo { endCursor } } } }';
    const first = (await ask(nested)).data;
    expect(first.risks).toEqual(first.agency.risks);
    const second = (await ask(nested, { after: first.risks.pageInfo.endCursor })).data;
    expect([second.risks.totalCount, second.agency.risks.totalCount]).toEqual([
      first.risks.totalCount,
      first.risks.totalCount,
    ]);
    expect(second.risks.pageInfo.endCursor).not.toBe(first.risks.pageInfo.endCursor);
    expect(second.agency.risks).toEqual(second.risks);
  });
});

describe('a cursor', () => {
  const cursorOf = async (list: string): Promise<string> =>
    (await registry.as('sample-1-approver')(`{ ${list} { pageInfo { endCursor } } }`)).data[list.split('(')[0] ?? '']
      .pageInfo.endCursor;

  it('of another list, of another order, of the audit trail, or of nobody’s making is refused by the name of its argument', async () => {
    const own = await cursorOf('risks(first: 1)');
    const bytes = Buffer.from(own, 'base64url');
    const strangers = {
      'another list': await cursorOf('mitigations(first: 1)'),
      'another order': await cursorOf('risks(first: 1, orderBy: [{field: score, direction: DESC}])'),
      'another direction': await cursorOf('risks(first: 1, orderBy: [{field: code, direction: DESC}])'),
      'the audit trail': await cursorOf('auditTrail(first: 1)'),
      'an id, as cursors once were': Buffer.from('GPC:S:00000000-0000-7000-8000-00000000dead').toString('base64'),
      'a cut cursor': own.slice(0, -3),
      'a changed cursor': Buffer.from([...bytes.subarray(0, -4), 0x41, ...bytes.subarray(-3)]).toString('base64url'),
      'a forged cursor': Buffer.from('["Risk,code asc last,id asc last","R1","x"]').toString('base64url'),
      nonsense: 'xyz',
      NUL: '\u0000',
    };
    for (const [name, cursor] of Object.entries(strangers)) {
      for (const [side, size] of [
        ['after', 'first: 1'],
        ['before', 'last: 1'],
      ] as const) {
        const lists = [
          `risks(${size}, ${side}: $cursor) { totalCount }`,
          `agency(code: "SAMPLE-1") { risks(${size}, ${side}: $cursor) { totalCount } }`,
        ];
        for (const list of lists) {
          const { status, errors } = await registry.as(editor)(`query ($cursor: String) { ${list} }`, { cursor });
          expect([name, status, codesOf(errors), errors[0]?.extensions.fields[0].field]).toEqual([
            name,
            400,
            ['INVALID_INPUT'],
            side,
          ]);
        }
      }
    }
    const { errors } = await registry.as('sample-1-approver')(
      `{ auditTrail(first: 1, after: "${own}") { totalCount } }`,
    );
    expect(codesOf(errors)).toEqual(['INVALID_INPUT']);
  });

  it('goes on in the list of the same records elsewhere, because it names values and no list of one parent', async () => {
    const [first] = await Promise.all([cursorOf('risks(first: 3)')]);
    const { data, errors } = await registry.as(editor)(
      `{ risks(first: 2, after: "${first}") { edges { node { id } } } agency(code: "SAMPLE-1") { risks(first: 2, after: "${first}") { edges { node { id } } } } }`,
    );
    expect([errors, data.agency.risks]).toEqual([[], data.risks]);
  });

  it('tells nothing of rows that its holder may not see: the values in it are compared, and no row is looked up', async () => {
    const foreign = (await registry.as('sample-2-editor')('{ risks(first: 1) { pageInfo { endCursor } } }')).data.risks
      .pageInfo.endCursor;
    const [row] = await sql<{ id: string }>(
      `SELECT id FROM "Risk" WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-2') ORDER BY code, id LIMIT 1`,
    );
    const read = async () =>
      (await registry.as(editor)(`{ risks(first: 5, after: "${foreign}") { totalCount edges { node { id } } } }`)).text;
    const before = await read();
    await sql(`SET session_replication_role = 'replica'; DELETE FROM "Risk" WHERE id = '${row?.id}'`);
    expect(await read()).toBe(before);
  });
});

describe('an order by an enum', () => {
  it('is that of PostgreSQL, which cursors take from the schema', async () => {
    for (const { node, orders } of recordLists) {
      for (const column of orders) {
        const facts = models[node]?.columns[column];
        expect(['String', 'Int', 'DateTime', 'Enum', 'Decimal']).toContain(facts?.type);
        if (facts?.type !== 'Enum') continue;
        const labels = await sql<{ label: string }>(
          `SELECT e.enumlabel AS label FROM pg_enum e JOIN pg_attribute a ON a.atttypid = e.enumtypid WHERE a.attrelid = '"${node}"'::regclass AND a.attname = $1 ORDER BY e.enumsortorder`,
          [column],
        );
        expect([node, column, ...labels.map(({ label }) => label)]).toEqual([node, column, ...facts.values]);
      }
    }
  });
});
