import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { type Write, write } from '../tenancy/write.ts';
import type { Context } from './context.ts';
import { refusalIn } from './unique.ts';

type Finish = (write: Write) => Promise<void>;
const finishers: Finish[] = [];

/** Has something done at the end of every act, in its transaction. */
export const atTheEndOfEveryAct = (finish: Finish): void => void finishers.push(finish);

/** Does an act as a whole: its work, then what follows from every act. */
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
    return await write(
      context,
      { name: act.name, reason: act.reason ?? null, request: request || null },
      async (each) => {
        const result = await work(each);
        for (const finish of finishers) await finish(each);
        return result;
      },
    );
  } catch (error) {
    throw refusalIn(error);
  }
}
