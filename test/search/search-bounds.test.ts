import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schema, unguardedSchema } from '@registry/schema/schema.ts';
import { searchSources } from '@registry/schema/search/search-sources.ts';
import { isObjectType } from 'graphql';
import { asSuperuser } from '../kit/database-copy.ts';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { batchesOf } from '../kit/statements.ts';
import { machineryOn } from '../kit/switches.ts';
import { draftWithRisk } from '../risk/register-kit.ts';

let registry: Registry;
/** Another server of the same database, for what is said of the machinery. */
let machine: Registry;
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0 });
  machine = await startRegistry({ database: registry.database, responseCacheMb: 0, switches: machineryOn });
});
afterAll(async () => {
  await machine.stop();
  await registry.stop();
});

const QUESTION =
  'query ($text: String!, $kinds: [SearchKind!], $first: Int!) { search(text: $text, kinds: $kinds, first: $first)';
const COUNT = `${QUESTION} { totalCount } }`;
const counted = async (persona: string, text: string): Promise<number> =>
  (await registry.as(persona)(COUNT, { text, first: 1 })).data.search.totalCount;

describe('a search', () => {
  it.each([
    ['', 1],
    ['  ', 1],
    ['ก', 1],
    ['7', 1],
    ['%&?…🙂', 1],
    ['ก\u202eข', 1],
    [Array.from({ length: 21 }, (_unused, at) => `w${at}`).join(' '), 1],
    ['คำ '.repeat(500), 1],
    ['สินบน', 0],
    ['สินบน', -1],
    ['สินบน', 101],
  ])('is refused for %j, first %i, in Thai and in English', async (text, first) => {
    const answer = await registry.as('sample-1-viewer')(COUNT, { text, first });
    expect(refusalOf(answer)).toEqual(['INVALID_INPUT', first === 1 ? 'text' : 'first']);
    const thai = await registry.as('sample-1-viewer')(COUNT, { text, first }, { 'accept-language': 'th' });
    expect(thai.errors[0]?.message).toMatch(/[ก-๙]/);
    expect(answer.errors[0]?.message).toMatch(/^[ -~]+$/);
  });

  it('is refused for no kind, and finds the asked kinds alone', async () => {
    const ask = registry.as('sample-1-viewer');
    expect(refusalOf(await ask(COUNT, { text: 'สินบน', kinds: [], first: 1 }))).toEqual(['INVALID_INPUT', 'kinds']);
    const { data } = await ask(`${QUESTION} { totalCount edges { node { __typename } } } }`, {
      text: 'การ',
      kinds: ['MITIGATION', 'AGENCY'],
      first: 100,
    });
    const types = data.search.edges.map(({ node }: { node: { __typename: string } }) => node.__typename);
    expect([...new Set(types)].sort()).toEqual(['Agency', 'Mitigation']);
    expect(types.length).toBe(Math.min(100, data.search.totalCount));
  });

  it('is one statement where one kind is sought, and one more for each of several kinds of which more is asked', async () => {
    const statements = async (fields: string, kinds?: string[]) => {
      const ask = () =>
        machine.as('sample-1-viewer')(`${QUESTION} { totalCount ${fields} } }`, { text: 'จัดซื้อ', kinds, first: 20 });
      await ask();
      const batches = await batchesOf(async () => expect((await ask()).errors).toEqual([]));
      return batches.map(({ length }) => length);
    };
    expect(await statements('edges { score highlights { field parts { text isHit } } }')).toEqual([1]);
    const nodes = 'edges { node { __typename id ... on Project { titleTh plan { titleTh } } } }';
    expect(await statements(nodes, ['PROJECT'])).toEqual([1]);
    expect(await statements(nodes, ['PROJECT', 'SWOT_ITEM'])).toEqual([1, 2]);
    const twice = 'edges { node { __typename ... on Project { titleTh } } other: node { ... on Project { titleEn } } }';
    expect(await statements(twice, ['PROJECT'])).toEqual([1, 2]);
  });

  it('shows of records of one kind what it shows of them among others', async () => {
    const fields = `totalCount edges { score node { id ... on Risk { code titleTh level version agency { code } register { fiscalYear }
      mitigations { measureTh status dueOn } } } other: node { ... on Risk { titleEn } } } }`;
    const risksIn = async (kinds: string[]) => {
      const { data, errors } = await registry.as('sample-1-viewer')(`${QUESTION} { ${fields} }`, {
        text: 'ตรวจรับ',
        kinds,
        first: 50,
      });
      expect(errors).toEqual([]);
      return data.search.edges.filter(({ node }: { node: { level?: string } }) => node.level !== undefined);
    };
    const alone = await risksIn(['RISK']);
    expect(alone.length).toBeGreaterThan(0);
    expect(alone).toEqual(await risksIn(['RISK', 'PLAN']));
  });

  it('waits for findings that are due, where it looks for them', async () => {
    const textOf = async (kinds?: string[]) => {
      const batches = await batchesOf(() => registry.as('sample-1-viewer')(COUNT, { text: 'จัดซื้อ', kinds, first: 1 }));
      return batches.flat().join(' ');
    };
    expect([await textOf(), await textOf(['FINDING'])]).toEqual(Array(2).fill(expect.stringContaining('"Finding"')));
    expect(await textOf(['RISK'])).not.toContain('"Finding"');
  });

  it('costs what it may bring back, before anything is read', async () => {
    const costOf = async (first: number, text: string) =>
      (await registry.as('sample-1-viewer')(`${QUESTION} { edges { score } } }`, { text, first })).extensions.cost
        .requested;
    const [one, hundred, long] = [
      await costOf(1, 'จัดซื้อ'),
      await costOf(100, 'จัดซื้อ'),
      await costOf(1, 'จัดซื้อ '.repeat(20)),
    ];
    expect(hundred - one).toBeGreaterThan(99);
    expect(long).toBeGreaterThan(one);
  });
});

describe('a list', () => {
  const lists = Object.values(unguardedSchema.getQueryType()?.getFields() ?? {})
    .filter(({ args }) => args.some(({ name }) => name === 'search') && args.some(({ name }) => name === 'first'))
    .map(({ name }) => name);

  it('can be searched, whichever it is', async () => {
    expect(lists).toEqual(expect.arrayContaining(['risks', 'declarations']));
    const ask = registry.as('sample-1-viewer');
    for (const list of lists) {
      const { errors } = await ask(`{ ${list}(first: 1, search: "การ") { totalCount } }`);
      expect([list, errors.filter(({ extensions }) => extensions.code !== 'FORBIDDEN')]).toEqual([list, []]);
    }
  });
});

describe('the words of a record', () => {
  it('are found as they are now, by those who may read it now', async () => {
    const editor = registry.person('sample-1-editor');
    const { risk } = await draftWithRisk(editor, 2590);
    const edit = { riskId: risk.id, expectedVersion: risk.version, titleTh: 'เรียกรับเหรียญทองคำขาวในการตรวจ' };
    await editor.does('editRisk', edit);
    expect([await counted('sample-1-editor', 'เหรียญทองคำขาว'), await counted('centre', 'เหรียญทองคำขาว')]).toEqual([
      1, 0,
    ]);
    expect(await counted('sample-2-editor', 'เหรียญทองคำขาว')).toBe(0);
    await asSuperuser(
      registry.database.superuser,
      `SELECT set_config('app.agency', "agencyId"::text, false), set_config('app.act', 'test', false),
      set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false) FROM "Risk" WHERE "titleTh" = '${edit.titleTh}';
      UPDATE "RiskRegister" SET status = 'SUBMITTED' WHERE "fiscalYear" = 2590`,
    );
    expect([await counted('centre', 'เหรียญทองคำขาว'), await counted('analyst', 'เหรียญทองคำขาว')]).toEqual([1, 0]);
    await asSuperuser(
      registry.database.superuser,
      `SELECT set_config('app.agency', "agencyId"::text, false), set_config('app.act', 'test', false),
      set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false) FROM "Risk" WHERE "titleTh" = '${edit.titleTh}';
      DELETE FROM "Risk" WHERE "titleTh" = '${edit.titleTh}'`,
    );
    expect(await counted('sample-1-editor', 'เหรียญทองคำขาว')).toBe(0);
  });

  it('are those of fields that everybody reads who reads the record', () => {
    const guarded = searchSources.flatMap(({ model, fields }) => {
      const [type, bare] = [schema.getType(model), unguardedSchema.getType(model)];
      if (!isObjectType(type) || !isObjectType(bare)) return [model];
      const open = (field: string) => type.getFields()[field]?.resolve === bare.getFields()[field]?.resolve;
      return fields.filter((field) => !type.getFields()[field] || !open(field)).map((field) => `${model}.${field}`);
    });
    expect(guarded).toEqual([]);
  });

  it.each(searchSources.filter(({ kind }) => kind !== 'AGENCY'))(
    'of $model are kept of every field that is shown',
    async ({ model, fields }) => {
      for (const [place, field] of fields.entries()) {
        // As a word of its own in each field, which is where the search then shows it.
        const word = `xyzzy${model.toLowerCase()}${place}`;
        const [row] = await asSuperuser<{ id: string }>(
          registry.database.superuser,
          `SELECT id FROM "${model}" ORDER BY "${field}" IS NULL, id LIMIT 1`,
        );
        await asSuperuser(
          registry.database.superuser,
          `SET session_replication_role = 'replica'; UPDATE "${model}" SET "${field}" = '${word}' WHERE id = '${row?.id}'`,
        );
        const [kept] = await asSuperuser<{ isKept: boolean }>(
          registry.database.superuser,
          `SELECT words LIKE '% ${word} %' AND texts[${place + 1}] = '${word}' AS "isKept" FROM app.search_source WHERE id = '${row?.id}'`,
        );
        expect([field, kept?.isKept]).toEqual([field, true]);
      }
    },
  );
});
