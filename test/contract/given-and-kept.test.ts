import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { decodeGlobalId, encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import {
  type GraphQLInputField,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { idTypesOf } from '../kit/sample-input.ts';
import { fileOf, filesCalledFrom } from '../kit/sources.ts';

/**
 * What an input takes for a column stands in that column afterwards, for every column that the inputs of a record take. A field that is
 * declared in an input and forgotten on the way to the row fails this.
 */
type Values = Readonly<Record<string, unknown>>;

let registry: Registry;
/** Ids that a column may point to, by their types. */
let own: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  registry = await startRegistry();
  const idsOf = async (table: string, where: string) => {
    const ofAgency = `"agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;
    const found = await rows(`SELECT id FROM "${table}" WHERE ${ofAgency} AND ${where} ORDER BY code LIMIT 2`);
    return found.map(({ id }) => encodeGlobalId(table, id));
  };
  own = { Unit: await idsOf('Unit', `kind = 'DIVISION'`), Position: await idsOf('Position', 'true') };
});
afterAll(async () => registry.stop());

const rows = (text: string, values: unknown[] = []) => registry.rows<any>(text, values);
const does = (act: string, input: Values, payload: string) =>
  registry.person('sample-1-editor').does(act, input, payload);

/** A value for a field, another one in each round. */
function valueFor(field: GraphQLInputField, round: number): unknown {
  const named = getNamedType(field.type);
  const [idType] = idTypesOf(field) ?? [];
  const scalars: Values = {
    String: `${field.name} ${round}`,
    Int: 6 + round,
    Decimal: 2.5 + round,
    Boolean: round === 0,
  };
  const values = isEnumType(named) ? named.getValues().map(({ name }) => name) : own[idType ?? ''];
  const value = values ? values.at(-round) : scalars[named.name];
  if (value === undefined)
    throw new Error(`Say in test/contract/given-and-kept.test.ts what to give for ${field.name}: ${named.name}.`);
  return isListType(getNullableType(field.type)) ? [value] : value;
}

/** Values for the fields of an input that are columns, but for those that are given. */
function columnsOf(inputType: string, model: string, round: number, more: Values): Values {
  const type = unguardedSchema.getType(inputType);
  if (!isInputObjectType(type)) throw new Error(`There is no input ${inputType}.`);
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => name in (models[model]?.columns ?? {}) && !(name in more),
  );
  return { ...Object.fromEntries(fields.map((field) => [field.name, valueFor(field, round)])), ...more };
}

async function expectKept(act: string, model: string, globalId: string, given: Values): Promise<void> {
  const [found] = await rows(`SELECT to_jsonb(r) AS row FROM "${model}" r WHERE id = $1`, [
    decodeGlobalId(globalId)?.id,
  ]);
  const columns = Object.keys(given).filter((name) => name in found.row);
  expect(columns.length).toBeGreaterThan(3);
  const inRow = (value: unknown) => decodeGlobalId(String(value))?.id ?? value;
  const lost = columns.filter((name) => JSON.stringify(inRow(given[name])) !== JSON.stringify(found.row[name]));
  const places = [fileOf(act), ...filesCalledFrom(fileOf(act), /\b(\w+ContentOf)\(/g)].join(' or ');
  expect(lost.map((name) => `${model}.${name} is given and not kept: write it in ${places}`)).toEqual([]);
}

/** A record whose columns an act of adding and one of editing take. */
type Case = {
  readonly model: string;
  readonly record: string;
  /** The whole that it is added to. */
  readonly whole: () => Promise<Values>;
  readonly id: string;
  /** What has to fit together, in each round. */
  readonly fitting: readonly [Values, Values];
};

const cases: readonly Case[] = [
  {
    model: 'Risk',
    record: 'risk',
    whole: async () => ({
      registerId: (await does('draftRiskRegister', { fiscalYear: 2581 }, 'riskRegister { id }')).riskRegister.id,
    }),
    id: 'riskId',
    fitting: [{}, {}],
  },
  {
    model: 'Project',
    record: 'project',
    whole: async () => {
      const period = { fiscalYearFrom: 2581, fiscalYearTo: 2582 };
      return { planId: (await does('draftPlan', { titleTh: 'แผน', ...period }, 'plan { id }')).plan.id };
    },
    id: 'projectId',
    fitting: [
      { fiscalYears: [2581], quarters: [1], place: { dimension: 1 } },
      { fiscalYears: [2582], quarters: [2], place: { dimension: 2 } },
    ],
  },
  {
    model: 'SwotItem',
    record: 'swotItem',
    whole: async () => ({
      analysisId: (await does('draftSwotAnalysis', { fiscalYear: 2581 }, 'swotAnalysis { id }')).swotAnalysis.id,
    }),
    id: 'itemId',
    fitting: [{}, { quadrant: 'THREAT', factor: 'LEGAL' }],
  },
];

describe('what an input takes for a column', () => {
  it.each(cases)(
    'is kept in $model, when it is added and when it is edited',
    async ({ model, record, whole, id, fitting }) => {
      const added = columnsOf(`Add${model}Input`, model, 0, { ...(await whole()), ...fitting[0] });
      const { [record]: row } = await does(`add${model}`, added, `${record} { id version }`);
      await expectKept(`add${model}`, model, row.id, added);
      const edited = columnsOf(`Edit${model}Input`, model, 1, fitting[1]);
      await does(`edit${model}`, { ...edited, [id]: row.id, expectedVersion: row.version }, `${record} { id }`);
      await expectKept(`edit${model}`, model, row.id, edited);
    },
  );

  it('is kept in DelegatedPower, when its order is drafted', async () => {
    const [delegatorId, delegateId] = own.Position ?? [];
    const line = columnsOf('DelegatedPowerInput', 'DelegatedPower', 0, { delegatorId, delegateId });
    const order = { orderNo: 'ทดสอบ', year: 2569, titleTh: 'มอบอำนาจ', effectiveFrom: '2026-12-01', powers: [line] };
    const { delegationOrder } = await does('draftDelegationOrder', order, 'delegationOrder { powers { id } }');
    await expectKept('draftDelegationOrder', 'DelegatedPower', delegationOrder.powers[0].id, line);
  });
});
