import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { type Write, write } from '../tenancy/write.ts';
import type { Context } from './context.ts';
import { refusalIn } from './unique.ts';

/** Does an act as a whole, once for each key that its client gives it. */
export async function perform<Result>(
  context: Context,
  info: GraphQLResolveInfo,
  act: { name: string; reason?: string | null; input: unknown },
  work: (write: Write) => Promise<Result>,
): Promise<Result> {
  const request = context.idempotencyKey && {
    key: `${context.idempotencyKey} ${info.path.key}`,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([act.name, context.viewer.agency?.id ?? null, act.input]))
      .digest('hex'),
  };
  try {
    return await write(context, { name: act.name, reason: act.reason ?? null, request: request || null }, work);
  } catch (error) {
    throw refusalIn(error);
  }
}
