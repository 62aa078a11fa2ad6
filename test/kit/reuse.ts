import { asSuperuser, type DatabaseCopy } from './database-copy.ts';
import { keptLog, until } from './subscriber.ts';

const TRIES = 300;
/** Marks given so far: what was asked under one mark is never found under another. */
let marks = 0;

type Sent = { readonly headers: Readonly<Record<string, unknown>> };

/**
 * The log of a server, and what it says of an answer: whether it was a kept one; undefined when it may not be kept at all. The line is written
 * when the answer has been sent.
 */
export function reuseLog() {
  const { logger, lines } = keptLog();
  const isReused = async ({ headers }: Sent): Promise<boolean | undefined> => {
    const line = () => lines.find(({ msg, requestId }) => msg === 'graphql' && requestId === headers['x-request-id']);
    await until('the answer is logged', () => line() !== undefined);
    return line().isReused;
  };
  return { logger, lines, isReused };
}

/**
 * What `work` finds while nobody writes. The tests share one PostgreSQL, and whatever any of them writes makes a registry look again: so
 * the work is done anew, with another mark for its questions, until nothing was written meanwhile.
 */
export async function undisturbed<Result>(
  { superuser }: DatabaseCopy,
  work: (mark: string) => Promise<Result>,
): Promise<Result> {
  // As a registry tells versions of the data apart (tenancy/data-version.ts): every copy of a database brings a checkpoint.
  const version = async () => {
    const text = "SELECT concat_ws(' ', checkpoint_lsn, pg_current_snapshot()) AS now FROM pg_control_checkpoint()";
    return (await asSuperuser(superuser, text))[0]?.now;
  };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await version();
    marks += 1;
    const result = await work(`# ${marks}\n`);
    if ((await version()) === before) return result;
  }
  throw new Error('Somebody writes all the time.');
}
