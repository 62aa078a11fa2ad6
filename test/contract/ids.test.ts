import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import { drawn } from '../kit/generated.ts';
import { type IdSlot, type MutationForm, mutationForms } from '../kit/mutation-walk.ts';
import { changes } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { aRisk, assessmentOf } from '../kit/risks.ts';
import { type Asked, refusalsOf } from '../kit/together.ts';
import { byDoer } from './doers.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const absent = '00000000-0000-7000-8000-00000000dead';
const types = Object.values(unguardedSchema.getTypeMap()).filter(isObjectType);
const records = types
  .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
  .map(({ name }) => name);
const others = types.map(({ name }) => name).filter((name) => !records.includes(name));

/** What is no id of the registry, in many ways. */
const malformed = [
  '',
  'x',
  '๑',
  'Risk:1',
  '\u0000',
  absent,
  Buffer.from('Risk:1').toString('base64url'),
  Buffer.from(`Risk:${absent}:1`).toString('base64url'),
  encodeGlobalId('NoSuchType', absent),
  encodeGlobalId('Query', absent),
  'A'.repeat(5_000),
];

const right = ({ types: [type = ''] }: IdSlot): string => encodeGlobalId(type, absent);
/** The place as the registry names it: every list of a form has one entry. */
const placeOf = ({ path }: IdSlot, lists: ReadonlySet<string>): string =>
  path
    .split('.')
    .map((part, index, parts) => `${part}${lists.has(parts.slice(0, index + 1).join('.')) ? '[0]' : ''}`)
    .join('.');

/** The mutation with an id at one of its places, and the right kind of id at all others. */
const asking = (form: MutationForm, slot: IdSlot, id: string): Asked => ({
  ...form,
  input: form.request((each) => (each.path === slot.path ? id : right(each))).variables.input,
});

describe('every input that takes an id', () => {
  it('refuses the id of every other type, and what is no id, by its own name, and does nothing', async () => {
    const wrong: string[] = [];
    let count = 0;
    const known = new Set<string>();
    const before = await changes(registry);
    for (const [persona, forms] of byDoer(mutationForms())) {
      const probes = forms.flatMap((form) =>
        form.slots.flatMap((slot) => {
          expect(slot.types.length).toBeGreaterThan(0);
          const foreign = records
            .filter((type) => !slot.types.includes(type))
            .map((type) => encodeGlobalId(type, absent));
          const ids = [...foreign, ...malformed];
          // Where a field of an input was tried already it is tried with a few: what it accepts is said of the field.
          const isKnown = known.has(slot.field);
          known.add(slot.field);
          return drawn(ids.filter((_id, index) => !isKnown || index % 8 === known.size % 8)).map((id) => ({
            form,
            slot,
            id,
          }));
        }),
      );
      count += probes.length;
      const refusals = await refusalsOf(
        registry.as(persona),
        probes.map(({ form, slot, id }) => asking(form, slot, id)),
      );
      for (const [index, { form, slot, id }] of probes.entries()) {
        const extensions = refusals[index]?.extensions;
        const told = [extensions?.code, extensions?.fields?.map(({ field }: { field: string }) => field)];
        const meant = ['INVALID_INPUT', [placeOf(slot, form.lists)]];
        if (JSON.stringify(told) !== JSON.stringify(meant))
          wrong.push(
            `${form.name} ${slot.path} ${id.slice(0, 60)}: ${JSON.stringify(told)}, not ${JSON.stringify(meant)}`,
          );
      }
    }
    console.info(`ids: ${count} probes of ${mutationForms().length} mutations, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect(await changes(registry)).toBe(before);
  }, 600_000);

  it('is named when its record is not there, or belongs to another agency', async () => {
    const wrong: string[] = [];
    for (const [persona, forms] of byDoer(mutationForms().filter(({ slots }) => slots.length > 0))) {
      const refusals = await refusalsOf(
        registry.as(persona),
        forms.map((form) => ({ ...form, input: form.request(right).variables.input })),
      );
      for (const [index, form] of forms.entries()) {
        const places = form.slots.map((slot) => placeOf(slot, form.lists));
        const code = refusals[index]?.extensions.code;
        const fields = (refusals[index]?.extensions.fields ?? []).map(({ field }: { field: string }) => field);
        const isNamed =
          fields.length > 0 && (code !== 'NOT_FOUND' || fields.every((each: string) => places.includes(each)));
        if (!['NOT_FOUND', 'INVALID_INPUT'].includes(code) || !isNamed)
          wrong.push(`${form.name}: ${code} ${JSON.stringify(fields)} of ${places.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('does not sink the other items of a request that rejects only what failed', async () => {
    const risk = await aRisk(registry.as('chomthong-editor'));
    const item = (riskId: string) => assessmentOf(risk, { riskId });
    const send = (errorPolicy: string) =>
      registry.as('chomthong-editor')(
        'mutation ($input: AssessRisksInput!) { assessRisks(input: $input) { doneCount results { index done { risk { id } } error { code fields { field messageTh messageEn } } } } }',
        { input: { errorPolicy, items: [item(encodeGlobalId('Plan', absent)), item(risk.id), item('nonsense')] } },
      );
    const all = await send('REJECT_ALL');
    expect(all.errors[0]?.extensions.fields.map(({ field }: { field: string }) => field)).toEqual([
      'items[0].riskId',
      'items[2].riskId',
    ]);
    const { data, errors } = await send('REJECT_FAILED');
    expect(errors).toEqual([]);
    expect(data.assessRisks).toEqual({
      doneCount: 1,
      results: [
        {
          index: 0,
          done: null,
          error: {
            code: 'INVALID_INPUT',
            fields: [
              {
                field: 'riskId',
                messageTh: 'ต้องเป็นรหัสอ้างอิงของความเสี่ยงการทุจริต ไม่ใช่ของแผนปฏิบัติการป้องกันการทุจริตของหน่วยงาน',
                messageEn: 'Give the id of a Risk, not of a Plan.',
              },
            ],
          },
        },
        { index: 1, done: { risk: { id: risk.id } }, error: null },
        {
          index: 2,
          done: null,
          error: {
            code: 'INVALID_INPUT',
            fields: [
              { field: 'riskId', messageTh: expect.any(String), messageEn: expect.stringContaining('malformed') },
            ],
          },
        },
      ],
    });
  });

  it('is checked after the right to ask', async () => {
    const { errors } = await registry.as('sample-1-viewer')(
      'mutation { removeRisk(input: { riskId: "x", expectedVersion: 1 }) { __typename } }',
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a query by id', () => {
  it('names the argument that holds the id of another type', async () => {
    for (const id of [encodeGlobalId('Risk', absent), 'nonsense']) {
      const { errors } = await registry.as('sample-1-viewer')(
        'query ($id: ID!) { authority(agencyCode: "SAMPLE-1", position: $id, verb: APPROVE, processArea: PROCUREMENT) { __typename } }',
        { id },
      );
      expect(errors[0]).toMatchObject({
        path: ['authority'],
        extensions: { code: 'INVALID_INPUT', fields: [{ field: 'position' }] },
      });
    }
  });

  it('finds nothing at the id of a type that has no records, in its place among others', async () => {
    const ask = registry.as('sample-1-viewer');
    const [risk] = nodes((await ask('{ risks(first: 1) { edges { node { id } } } }')).data.risks);
    const none = [...others, 'NoSuchType', '__Type'].map((name) => encodeGlobalId(name, absent));
    for (let start = 0; start < none.length; start += 30) {
      const some = none.slice(start, start + 30).map((id, index) => ({ id, name: `n${index}` }));
      const { data, errors } = await ask(
        `{ ${some.map(({ id, name }) => `${name}: node(id: "${id}") { id }`).join(' ')} }`,
      );
      expect([data, errors]).toEqual([Object.fromEntries(some.map(({ name }) => [name, null])), []]);
    }
    const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [none[0], risk.id, none[1], ...none.slice(2, 100)],
    });
    expect([errors, data.nodes.slice(0, 3)]).toEqual([[], [null, { id: risk.id }, null]]);
  });

  it('finds no record of a type that is not there, and fails at none', async () => {
    const ids = records.map((type) => encodeGlobalId(type, absent));
    const { data, errors } = await registry.as('sample-1-viewer')('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    expect(errors).toEqual([]);
    expect(data.nodes).toEqual(ids.map(() => null));
  });

  it('names the place of each malformed id, and answers the others and the other fields of the request', async () => {
    const ask = registry.as('sample-1-viewer');
    const [risk] = nodes((await ask('{ risks(first: 1) { edges { node { id } } } }')).data.risks);
    const { status, data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } viewer { role } }', {
      ids: [encodeGlobalId('Plan', absent), 'nonsense', risk.id, '', 'nonsense', risk.id],
    });
    const found = [null, null, { id: risk.id }, null, null, { id: risk.id }];
    expect([status, data]).toEqual([200, { nodes: found, viewer: { role: 'VIEWER' } }]);
    expect(
      errors.map(({ path, extensions: { code, fields } }) => [path, code, fields.map(({ field }: any) => field)]),
    ).toEqual([1, 3, 4].map((index) => [['nodes', index], 'INVALID_INPUT', [`ids[${index}]`]]));
  });
});
