import { type GraphQLInputObjectType, type GraphQLResolveInfo, getNamedType, isInputObjectType } from 'graphql';
import { invalidInput, RegistryError } from '../../base/errors.ts';
import { namesIn } from '../../base/meaning.logic.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { type Given, readInput, refusingFaults } from '../inputs/given-text.ts';
import { eachByItself } from '../inputs/typed-ids.ts';
import { LIST_MAX } from '../limits.ts';
import { describeAct } from './act-description.ts';
import type { ActOptions } from './act-options.ts';
import { type Failure, failureOf, ItemError, refusalOf } from './bulk-failure.ts';
import { declareAct } from './declared-acts.ts';
import { inputOf, labelledRefusal, runAct } from './run-act.ts';
import { refusalIn } from './unique.ts';

export const ErrorPolicy = enumOf<'REJECT_ALL' | 'REJECT_FAILED'>(
  'ErrorPolicy',
  'เมื่อบางรายการผิด · What happens to a bulk request when some of its items are wrong.',
  {
    REJECT_ALL: 'ไม่บันทึกรายการใดเลย · Nothing is done; the error names every wrong item.',
    REJECT_FAILED: 'บันทึกเฉพาะรายการที่ถูกต้อง · The right items are done; the others say why not.',
  },
);

/** Plain data, as a repeated request is answered from it. */
type Outcome<Result> = { readonly index: number; readonly done: Result | null; readonly error: Failure | null };

/** An item as its act takes it; one whose ids could not be read is refused in its turn, as itself. */
type Item<Input> = Given<Input> | RegistryError;

const readItem = <Input extends object>(item: Input | RegistryError): Item<Input> =>
  item instanceof RegistryError ? item : readInput(item);

/** What each item of a bulk request is. */
function itemOf(info: GraphQLResolveInfo): GraphQLInputObjectType {
  const type = getNamedType(inputOf(info).getFields().items?.type);
  if (!isInputObjectType(type)) throw new Error(`${info.fieldName} has no items.`);
  return type;
}

const inOneRequest = { th: ' หลายรายการในครั้งเดียว', en: ` For up to ${LIST_MAX} items at once.` };

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The input of the bulk form: items of the act's own input. */
const bulkInput = <Input extends object, Result extends object>(
  typeName: string,
  { name, input, description }: ActOptions<Input, Result>,
) =>
  builder.inputType(`${typeName}Input`, {
    description: `รายการสำหรับการ${namesIn(description).th} (ไม่เกิน ${LIST_MAX}) · Items for \`${name}\`, at most ${LIST_MAX}.`,
    fields: (t) => ({
      items: t.field({
        type: [input],
        required: true,
        extensions: eachByItself,
        description: 'รายการ · The items, done in this order.',
      }),
      errorPolicy: t.field({
        type: ErrorPolicy,
        required: true,
        defaultValue: 'REJECT_ALL',
        description: 'เมื่อบางรายการผิด · What happens when some items are wrong.',
      }),
    }),
  });

/** The payload of the bulk form: a result for every item. */
function bulkPayload<Input extends object, Result extends object>(
  typeName: string,
  bulk: string,
  { payload, description }: ActOptions<Input, Result>,
) {
  const ItemPayload = builder.objectRef<Outcome<Result>>(`${typeName}ItemPayload`).implement({
    description: `ผลของรายการหนึ่ง · Result of one item of \`${bulk}\`.`,
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'ลำดับในคำขอ จาก 0 · Place in the request, from 0.' }),
      done: t.field({
        type: payload,
        nullable: true,
        description: 'ผลเมื่อสำเร็จ · What changed; null when the item was not done.',
        resolve: ({ done }) => done as never,
      }),
      error: t.field({
        type: ItemError,
        nullable: true,
        description: 'เหตุเมื่อไม่สำเร็จ · Why the item was not done; null when it was.',
        resolve: ({ error }) => error,
      }),
    }),
  });
  return builder.objectRef<readonly Outcome<Result>[]>(`${typeName}Payload`).implement({
    description: `ผลของการ${namesIn(description).th} หลายรายการ · Results of \`${bulk}\`.`,
    fields: (t) => ({
      results: t.field({
        type: [ItemPayload],
        listSize: 'ASKED',
        description: 'ผลรายรายการ ตามลำดับในคำขอ · Result of every item, in the order of the request.',
        resolve: (outcomes) => [...outcomes],
      }),
      doneCount: t.int({
        description: 'จำนวนที่สำเร็จ · How many were done.',
        resolve: (outcomes) => outcomes.filter(({ error }) => error === null).length,
      }),
      failedCount: t.int({
        description: 'จำนวนที่ไม่สำเร็จ · How many were not.',
        resolve: (outcomes) => outcomes.filter(({ error }) => error !== null).length,
      }),
    }),
  });
}

/** The bulk form of an act: up to 250 items in one transaction, each with a result of its own. */
export function bulkOf<Input extends object, Result extends object>(
  name: string,
  options: ActOptions<Input, Result>,
): void {
  const { name: single, reason, work } = options;
  const typeName = capitalised(name);
  const BulkInput = bulkInput(typeName, options);
  const BulkPayload = bulkPayload(typeName, name, options);

  const reasonOf = (item: Item<Input>) =>
    item instanceof RegistryError || item.problems.length > 0 ? null : reason?.(item.input);

  const workOn = (item: Item<Input>, tx: ActTransaction): Promise<Result> => {
    if (item instanceof RegistryError) throw item;
    return refusingFaults(item.problems, () => work(item.input, tx));
  };

  declareAct(name, options, single);
  builder.mutationField(name, (t) =>
    t.field({
      type: BulkPayload,
      description: describeAct(options, inOneRequest),
      // The size of its list of results.
      listSize: ({ input: given }) => given.items.length,
      args: { input: t.arg({ type: BulkInput, required: true, description: 'รายการ · The items.' }) },
      resolve: async (_root, { input: given }, context, info) => {
        const items = (given.items as unknown as readonly (Input | RegistryError)[]).map(readItem);
        if (items.length === 0 || items.length > LIST_MAX) {
          throw invalidInput({
            field: 'items',
            message: { th: `ส่งได้ครั้งละ 1 ถึง ${LIST_MAX} รายการ`, en: `Send 1 to ${LIST_MAX} items at a time.` },
          });
        }
        const reasons = [...new Set(items.map((item) => reasonOf(item)).filter((each) => each))].join(' · ');
        return runAct(context, info, { name: single, input: given, reason: reasons }, async (tx) => {
          const outcomes: Outcome<Result>[] = [];
          for (const [index, item] of items.entries()) {
            try {
              outcomes.push({ index, done: await tx.savepoint(async () => workOn(item, tx)), error: null });
            } catch (error) {
              const refusal = labelledRefusal(itemOf(info), refusalIn(error));
              if (!(refusal instanceof RegistryError)) throw error;
              outcomes.push({ index, done: null, error: failureOf(refusal) });
            }
          }
          const errors = outcomes.flatMap(({ index, error }) => (error ? [{ index, error }] : []));
          if (given.errorPolicy === 'REJECT_ALL' && errors.length > 0) throw refusalOf(errors);
          return outcomes;
        });
      },
    }),
  );
}
