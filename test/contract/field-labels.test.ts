import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InputPlace, inputPlaces } from '../kit/mutation-walk.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { refusalsOf } from '../kit/together.ts';
import { draftWithRisk } from '../risk/register-kit.ts';
import { byDoer } from './doers.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Told = {
  readonly place: InputPlace;
  readonly fields: readonly { field: string; message: string }[];
  message: string;
};

const places = inputPlaces('String').map((place) => ({ ...place, name: place.mutation }));
/** Every field that an input has a text in, and those above it. */
const names = new Set(places.flatMap(({ path }) => path.replace(/\[0\]/g, '').split('.')));

/** What is said of a text at every place of every mutation in Thai. */
async function toldOf(text: string): Promise<Told[]> {
  const told: Told[] = [];
  for (const [persona, own] of byDoer(places)) {
    const ask = registry.as(persona);
    const refusals = await refusalsOf(
      (query, variables) => ask(query, variables, { 'accept-language': 'th' }),
      own.map((place) => ({ ...place, input: place.request(text).variables.input })),
    );
    for (const [index, place] of own.entries()) {
      const refusal = refusals[index];
      if (refusal?.extensions.code === 'INVALID_INPUT')
        told.push({ place, fields: refusal.extensions.fields, message: refusal.message });
    }
  }
  return told;
}

/** The first word that describes a field in Thai. */
const labelOf = ({ description }: InputPlace): string => description.split(/[ (:]/)[0] ?? '';
const namedIn = (sentence: string): string[] =>
  (sentence.match(/[A-Za-z]\w*/g) ?? []).filter((word) => names.has(word));

describe('a Thai refusal', () => {
  it('calls every text that is empty or cannot be kept what people call it, in every mutation, and programs by its path', async () => {
    const wrong: string[] = [];
    let empty = 0;
    for (const text of [' ', 'a\u202eb']) {
      for (const { place, fields, message } of await toldOf(text)) {
        const own = fields.find(({ field }) => field === place.path);
        if (text === ' ' && !own?.message.startsWith('โปรดกรอก')) continue;
        if (text === ' ') empty += 1;
        const said = [message, ...fields.map((each) => each.message)];
        if (!own?.message.includes(labelOf(place)) || said.some((each) => namedIn(each).length > 0))
          wrong.push(`${place.mutation} ${place.path}: ${said.join(' | ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(empty).toBeGreaterThan(25);
  }, 120_000);

  it.each([
    ['{ risks { totalCount edges { node { id } } } }', 'risks', ['จำนวนรายการแรก', 'จำนวนรายการท้าย']],
    ['{ agency(code: "SAMPLE-1") { plans(first: 500) { totalCount } } }', 'plans', ['จำนวนรายการแรก']],
    [`{ risks(first: 1, after: "${'x'.repeat(21_000)}") { totalCount } }`, 'after', ['ต่อจากตำแหน่งนี้']],
    [`{ risks(first: 1, search: "${'ก'.repeat(501)}") { totalCount } }`, 'search', ['คำค้น']],
    [`{ risks(first: 1, where: {code: {eq: "${'x'.repeat(501)}"}}) { totalCount } }`, 'where.code.eq', ['เงื่อนไขของ']],
    ['{ agency(code: "\\u202e") { code } }', 'code', ['รหัส']],
    ['{ framework(version: "\\u202e") { version } }', 'version', ['รุ่น']],
    ['\n\r\n{ viewer {\r\n  tasks(first: 500) { kind } } }', 'first', ['จำนวนที่ขอ']],
    ['fragment v on Viewer { t: tasks(first: 0) { kind } } query { v: viewer { ...v } }', 'first', ['จำนวนที่ขอ']],
  ])(
    'of a query calls its arguments what people call them, and programs by their names: %s',
    async (query, field, labels) => {
      const [error] = (await registry.as('sample-1-editor')(query, {}, { 'accept-language': 'th' })).errors;
      expect(error?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
      const [told] = error?.extensions.fields ?? [];
      expect(error?.message).toBe(told.message);
      for (const label of labels) expect(told.message).toContain(label);
      expect(told.message).not.toMatch(/\b(first|last|after|before|search|where|eq|version|risks|plans)\b/);
    },
  );

  describe('of risks', () => {
    const editor = (language: string) => (query: string, variables: Record<string, unknown>) =>
      registry.as('sample-1-editor')(query, variables, { 'accept-language': language });
    let item: Record<string, unknown>;
    beforeAll(async () => {
      const { register } = await draftWithRisk(registry.person('sample-1-editor'), 2572);
      const causes = [{ textTh: 'ก' }, { textTh: '' }];
      item = { registerId: register.id, titleTh: ' ', processArea: 'INSPECTION', causes };
    });

    it('is told in Thai words in Thai, and by the names of fields in English', async () => {
      const add = async (language: string) => {
        const query = 'mutation ($input: AddRiskInput!) { addRisk(input: $input) { risk { id } } }';
        const [error] = (await editor(language)(query, { input: item })).errors;
        return [error?.message, error?.extensions.fields];
      };
      expect(await add('th')).toEqual([
        'โปรดกรอกเหตุการณ์ความเสี่ยง · โปรดกรอกข้อความภาษาไทย (รายการที่ 2)',
        [
          { field: 'titleTh', message: 'โปรดกรอกเหตุการณ์ความเสี่ยง' },
          { field: 'causes[1].textTh', message: 'โปรดกรอกข้อความภาษาไทย (รายการที่ 2)' },
        ],
      ]);
      expect(await add('en')).toEqual([
        'titleTh must not be empty. causes[1].textTh must not be empty.',
        [
          { field: 'titleTh', message: 'titleTh must not be empty.' },
          { field: 'causes[1].textTh', message: 'causes[1].textTh must not be empty.' },
        ],
      ]);
    });

    it('says so of the items of a bulk request too, whichever its policy', async () => {
      const send = (errorPolicy: string) =>
        editor('th')(
          'mutation ($input: AddRisksInput!) { addRisks(input: $input) { results { error { messageTh fields { field messageTh } } } } }',
          { input: { items: [item], errorPolicy } },
        );
      const { fields } = (await send('REJECT_FAILED')).data.addRisks.results[0].error;
      expect(fields).toEqual([
        { field: 'titleTh', messageTh: 'โปรดกรอกเหตุการณ์ความเสี่ยง' },
        { field: 'causes[1].textTh', messageTh: 'โปรดกรอกข้อความภาษาไทย (รายการที่ 2)' },
      ]);
      const [error] = (await send('REJECT_ALL')).errors;
      expect(error?.extensions.fields).toEqual([
        { field: 'items[0].titleTh', message: 'โปรดกรอกเหตุการณ์ความเสี่ยง' },
        { field: 'items[0].causes[1].textTh', message: 'โปรดกรอกข้อความภาษาไทย (รายการที่ 2)' },
      ]);
    });
  });
});
