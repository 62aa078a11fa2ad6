import { createHash } from 'node:crypto';
import { type GraphQLInputObjectType, type GraphQLResolveInfo, getNamedType, isInputObjectType } from 'graphql';
import { invalidInput, RegistryError } from '../../base/errors.ts';
import { type ActTransaction, runInTransaction } from '../../tenancy/act-transaction.ts';
import type { Context } from '../../tenancy/context.ts';
import type { Repeatable } from '../../tenancy/idempotency.ts';
import { inThaiWords } from '../inputs/field-labels.ts';
import { refusalIn } from './unique.ts';

/** What an act takes. */
export function inputOf({ parentType, fieldName }: GraphQLResolveInfo): GraphQLInputObjectType {
  const type = getNamedType(parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(type)) throw new Error(`${fieldName} takes no input.`);
  return type;
}

/** The refusal with the Thai labels of the input's fields. */
export function labelledRefusal(input: GraphQLInputObjectType, refusal: unknown): unknown {
  if (!(refusal instanceof RegistryError) || refusal.code !== 'INVALID_INPUT' || refusal.fields.length === 0)
    return refusal;
  return invalidInput(...inThaiWords(refusal.fields, input));
}

/** The request as it may be repeated; null when its client gave it no key. */
export const repeatableOf = (
  { idempotencyKey, viewer }: Context,
  info: GraphQLResolveInfo,
  act: { readonly name: string; readonly input: unknown },
): Repeatable | null =>
  idempotencyKey === null
    ? null
    : {
        key: `${idempotencyKey} ${info.path.key}`,
        fingerprint: createHash('sha256')
          .update(JSON.stringify([act.name, viewer.agency?.id ?? null, act.input]))
          .digest('hex'),
      };

/** What an act that failed is refused with, in the words of its input. */
export const refusedAct = (error: unknown, info: GraphQLResolveInfo): unknown =>
  labelledRefusal(inputOf(info), refusalIn(error));

/** Does an act as a whole, once for each key that its client gives it. */
export async function runAct<Result>(
  context: Context,
  info: GraphQLResolveInfo,
  act: { name: string; reason?: string | null; input: unknown },
  work: (tx: ActTransaction) => Promise<Result>,
): Promise<Result> {
  const request = repeatableOf(context, info, act);
  try {
    return await runInTransaction(context, { name: act.name, reason: act.reason ?? null, request }, work);
  } catch (error) {
    throw refusedAct(error, info);
  }
}
