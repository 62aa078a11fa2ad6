import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { type InputPlace, inputPlaces } from '../kit/text-walk.ts';
import { refusalsOf } from '../kit/together.ts';
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

/** What is said of a text at every place of every mutation, in a language. */
async function toldOf(text: string, language: 'th' | 'en'): Promise<Told[]> {
  const told: Told[] = [];
  for (const [persona, own] of byDoer(places)) {
    const ask = registry.as(persona);
    const refusals = await refusalsOf(
      (query, variables) => ask(query, variables, { 'accept-language': language }),
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
      for (const { place, fields, message } of await toldOf(text, 'th')) {
        const own = fields.find(({ field }) => field === place.path);
        if (text === ' ' && !own?.message.startsWith('กรุณากรอก')) continue;
        if (text === ' ') empty += 1;
        const said = [message, ...fields.map((each) => each.message)];
        if (!own?.message.includes(labelOf(place)) || said.some((each) => namedIn(each).length > 0))
          wrong.push(`${place.mutation} ${place.path}: ${said.join(' | ')}`);
      }
    }
    expect(empty).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is one sentence of Thai, while the English one names the field as programs do', async () => {
    const [thai] = (await toldOf(' ', 'th')).filter(({ place }) => place.mutation === 'addRisk');
    const [english] = (await toldOf(' ', 'en')).filter(({ place }) => place.mutation === 'addRisk');
    expect(thai?.fields.find(({ field }) => field === 'titleTh')?.message).toBe('กรุณากรอกเหตุการณ์ความเสี่ยง');
    expect(english?.fields.find(({ field }) => field === 'titleTh')?.message).toBe('titleTh must not be empty.');
  });

  it('says so of the items of a bulk request too, whichever its policy', async () => {
    const ask = registry.as('sample-1-editor');
    const { data } = await ask('{ riskRegisters(first: 1) { edges { node { id } } } }');
    const registerId = data.riskRegisters.edges[0].node.id;
    const item = { registerId, titleTh: '', processArea: 'INSPECTION', causes: [{ textTh: 'ก' }, { textTh: '' }] };
    const send = (errorPolicy: string) =>
      ask(
        'mutation ($input: AddRisksInput!) { addRisks(input: $input) { results { error { messageTh fields { field messageTh } } } } }',
        { input: { items: [item], errorPolicy } },
        { 'accept-language': 'th' },
      );
    const some = (await send('REJECT_FAILED')).data.addRisks.results[0].error;
    expect(some.fields).toEqual([
      { field: 'titleTh', messageTh: 'กรุณากรอกเหตุการณ์ความเสี่ยง' },
      { field: 'causes[1].textTh', messageTh: 'กรุณากรอกข้อความภาษาไทย (รายการที่ 2)' },
    ]);
    const [error] = (await send('REJECT_ALL')).errors;
    expect(error?.extensions.fields).toEqual([
      { field: 'items[0].titleTh', message: 'กรุณากรอกเหตุการณ์ความเสี่ยง' },
      { field: 'items[0].causes[1].textTh', message: 'กรุณากรอกข้อความภาษาไทย (รายการที่ 2)' },
    ]);
  });
});
