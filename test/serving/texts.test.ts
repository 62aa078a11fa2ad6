import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineNames } from '@registry/schema/base/line.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { getNamedType, isInputObjectType } from 'graphql';
import { drawn } from '../kit/generated.ts';
import { type InputPlace, inputPlaces } from '../kit/mutation-walk.ts';
import { changes, refusalOf } from '../kit/person.ts';
import { type Answer, nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { water } from '../kit/text-samples.ts';
import { draftWithRisk } from '../risk/register-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const personas = ['sample-1-editor', 'sample-1-approver', 'sample-1-agency-admin', 'centre', 'city-admin'];

/** The answer to somebody who may do it. */
async function answerTo({ request }: InputPlace, value: unknown): Promise<Answer> {
  let answer: Answer | undefined;
  for (const persona of personas) {
    const { query, variables } = request(value);
    answer = await registry.as(persona)(query, variables);
    if (answer.errors[0]?.extensions.code !== 'FORBIDDEN') return answer;
  }
  throw new Error(`Nobody may do it: ${answer?.text}`);
}

const named = (answer: Answer): string[] => {
  const [, ...fields] = refusalOf(answer);
  return fields;
};

describe('a text of a mutation', () => {
  it('that deceives, or that no record can hold, is refused by the name of its field, in every field of every mutation', async () => {
    const before = await changes(registry);
    const accepted: string[] = [];
    const places = inputPlaces('String');
    for (const [index, place] of drawn(places).entries()) {
      const wrong = ['ก\u0000', 'a\u202eb', '\ud800', '\uf70a', 'ก\u0e34\u0e47\u0e38\u0e48', 'ก'.repeat(4_001)][
        index % 6
      ];
      const answer = await answerTo(place, wrong);
      const [code] = refusalOf(answer);
      if (code !== 'INVALID_INPUT' || !named(answer).includes(place.path))
        accepted.push(`${place.mutation} ${place.path}: ${code} ${named(answer)}`);
    }
    expect(places.length).toBeGreaterThan(150);
    expect(accepted).toEqual([]);
    expect(await changes(registry)).toBe(before);
  });

  it('is stored in one spelling by adding and by editing, and found, filtered and compared in any', async () => {
    const editor = registry.person('sample-1-editor');
    const { register } = await draftWithRisk(editor, 2572);
    const codes: string[] = [];
    for (const [index, spelled] of water.written.entries()) {
      const { risk } = await editor.does(
        'addRisk',
        { registerId: register.id, titleTh: `จ่าย${spelled}`, code: `W${index}`, processArea: 'INSPECTION' },
        'risk { id version titleTh code }',
      );
      expect(risk.titleTh).toBe(`จ่าย${water.kept}`);
      const edit = { riskId: risk.id, expectedVersion: risk.version, titleTh: `ขาย${spelled}` };
      const edited = await editor.does('editRisk', edit, 'risk { titleTh }');
      expect(edited.risk.titleTh).toBe(`ขาย${water.kept}`);
      codes.push(risk.code);
    }
    const found = async (args: string) =>
      nodes(
        (
          await editor.ask(
            `query { risks(first: 50, ${args}, orderBy: {field: code, direction: ASC}) { edges { node { code } } } }`,
          )
        ).data.risks,
      ).map(({ code }) => code);
    for (const spelled of water.written) {
      expect(await found(`where: {fiscalYear: {eq: 2572}}, search: ${JSON.stringify(spelled)}`)).toEqual(codes);
      for (const operator of ['contains', 'startsWith'])
        expect(await found(`where: {titleTh: {${operator}: ${JSON.stringify(`ขาย${spelled}`)}}}`)).toEqual(codes);
      expect(await found(`where: {titleTh: {eq: ${JSON.stringify(`ขาย${spelled}`)}}}`)).toEqual(codes);
      expect(await found(`where: {titleTh: {in: [${JSON.stringify(`ขาย${spelled}`)}]}}`)).toEqual(codes);
    }
    const twice = await editor.tries(
      'addRisk',
      { registerId: register.id, titleTh: 'ก', code: 'W\u200b0', processArea: 'INSPECTION' },
      'risk { code }',
    );
    expect(refusalOf(twice)).toEqual(['INVALID_INPUT', 'code']);
  });

  it('of one line is stored, found, filtered and compared without tabs and line breaks; one of several lines keeps those', async () => {
    const editor = registry.person('sample-1-editor');
    const { register } = await draftWithRisk(editor, 2575);
    const spellings = ['A\tB', ' A\nB ', 'A \r\n B', 'A  B'];
    const { risk } = await editor.does(
      'addRisk',
      {
        registerId: register.id,
        code: spellings[0],
        titleTh: 'ชื่อ\tยาว\nสองบรรทัด',
        noteTh: 'หนึ่ง\tก\r\nสอง',
        processArea: 'INSPECTION',
      },
      'risk { id code titleTh noteTh }',
    );
    expect(risk).toMatchObject({ code: 'A B', titleTh: 'ชื่อ ยาว สองบรรทัด', noteTh: 'หนึ่ง ก\nสอง' });
    const counted = async (args: string): Promise<number> =>
      (await editor.ask(`query { risks(${args}) { totalCount } }`)).data.risks.totalCount;
    const year = 'fiscalYear: {eq: 2575}';
    for (const spelled of spellings) {
      const text = JSON.stringify(spelled);
      const trimmed = JSON.stringify(spelled.trim());
      expect(await counted(`where: {${year}, code: {eq: ${text}}}`)).toBe(1);
      expect(await counted(`where: {${year}, code: {in: [${text}]}}`)).toBe(1);
      expect(await counted(`where: {${year}, code: {startsWith: ${trimmed}}}`)).toBe(1);
      expect(await counted(`where: {${year}, code: {contains: ${trimmed}}}`)).toBe(1);
      const again = await editor.tries(
        'addRisk',
        { registerId: register.id, titleTh: 'ก', code: spelled, processArea: 'INSPECTION' },
        'risk { code }',
      );
      expect(refusalOf(again)).toEqual(['INVALID_INPUT', 'code']);
    }
    expect(await counted(`where: {${year}}, search: "ยาว\\tสองบรรทัด"`)).toBe(1);
  });

  it('without a visible letter is no reason, no title and no comment', async () => {
    const editor = registry.person('sample-1-editor');
    const { register } = await draftWithRisk(editor, 2573);
    for (const empty of ['\u200b', '-', '\u00ad\ufeff', '\u3164', '…'])
      expect(
        await editor.isRefused(
          'addRisk',
          { registerId: register.id, titleTh: empty, processArea: 'INSPECTION' },
          'risk { code }',
        ),
      ).toEqual(['INVALID_INPUT', 'titleTh']);
  });

  it('of one item of a bulk request stops that item alone', async () => {
    const editor = registry.person('sample-1-editor');
    const { register } = await draftWithRisk(editor, 2574);
    const item = (titleTh: string) => ({ registerId: register.id, titleTh, processArea: 'INSPECTION' });
    const { results } = await editor.does(
      'addRisks',
      { items: [item('ก'), item('a\u202eb'), item('ข')], errorPolicy: 'REJECT_FAILED' },
      'results { done { risk { titleTh } } error { code fields { field } } }',
    );
    expect(results).toEqual([
      { done: { risk: { titleTh: 'ก' } }, error: null },
      { done: null, error: { code: 'INVALID_INPUT', fields: [{ field: 'titleTh' }] } },
      { done: { risk: { titleTh: 'ข' } }, error: null },
    ]);
  });
});

/** What a field of one line is called. The title of a signer is copied from a position, where it has one; GraphQL lets no blank stand in the name of an operation. */
const ofOneLine = /^(?!announcementSigner|operationName)(|.*[a-z])(code|no|name|title)(Th|En)?$/i;

describe('a text of a query', () => {
  it('is of one line wherever codes, numbers, names and titles are filtered', () => {
    const lines: ReadonlySet<string> = new Set(lineNames);
    const filtered = Object.values(unguardedSchema.getTypeMap())
      .filter((type) => isInputObjectType(type))
      .flatMap((type) => Object.values(type.getFields()))
      .filter((field) => getNamedType(field.type).name === 'StringFilter')
      .map(({ name }) => name);
    expect(filtered).toEqual(expect.arrayContaining(['code', 'titleTh', 'orderNo', 'measureTh']));
    expect(filtered.filter((name) => ofOneLine.test(name) && !lines.has(name))).toEqual([]);
  });

  it('names the same agency with a tab or a line break around it', async () => {
    const { data } = await registry.as('centre')('{ agency(code: "\\tSAMPLE-1\\n") { code } }');
    expect(data.agency).toEqual({ code: 'SAMPLE-1' });
  });

  it.each([
    'agency(code: "X") { code }',
    'riskMethod(version: "X") { version }',
    'framework(version: "X") { version }',
    'deadline(clock: "X", from: "2025-10-01") { dueOn }',
    'centre { riskMatrix(fiscalYear: 2568, methodCode: "X") { riskCount } }',
    'centre { completeness(fiscalYear: 2568, filter: {agencyCodes: ["X"]}) { riskCount } }',
    'agencies(first: 1, where: {code: {in: ["a", "X"]}}) { totalCount }',
    'agencies(first: 1, where: {not: {nameTh: {contains: "X"}}}) { totalCount }',
    'agencies(first: 1, search: "X") { totalCount }',
  ])('that no record can hold is refused, never an error of the registry’s: %s', async (field) => {
    for (const wrong of ['\\u0000', 'ก\\u202e', '\\uf70a', '\\uffff']) {
      const { errors } = await registry.as('centre')(`{ ${field.replace('X', wrong)} }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_INPUT']);
    }
  });
});
