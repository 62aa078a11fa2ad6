import { isDeepStrictEqual } from 'node:util';
import { createPool } from '@registry/prisma/client.ts';
import type { Scope } from '@registry/schema/tenancy/scope.ts';
import { compileRead } from '@registry/schema/tenancy/sql-builder/compile-read.ts';
import { NotCompilable } from '@registry/schema/tenancy/sql-builder/sql-builder.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import fc from 'fast-check';
import { completed } from './completed.ts';

import { plain, saysSomething } from './plain.ts';
import { anyRead, type Read } from './reads.ts';
import { delegateOf, type Row, type Samples, samplesOf, withOthers } from './samples.ts';
import type { Style } from './source.ts';

type Tally = { reads: number; compiled: number };

/** What came of asking the reader and Prisma the same. */
export type Verdict = {
  readonly differences: string[];
  readonly byStyle: Readonly<Record<Style, Tally>>;
  found: number;
  /** Why reads were left to Prisma, and how many were. */
  readonly reasons: Map<string, number>;
  /** What both refused, by what Prisma said. */
  readonly refusals: Map<string, number>;
};

export const emptyVerdict = (): Verdict => ({
  differences: [],
  byStyle: { api: { reads: 0, compiled: 0 }, slice: { reads: 0, compiled: 0 } },
  found: 0,
  reasons: new Map(),
  refusals: new Map(),
});

function reasonOf({ model, operation }: Read, args: Row): string {
  try {
    compileRead(model, operation, args);
    return 'the scope';
  } catch (error) {
    if (error instanceof NotCompilable) return error.message;
    throw error;
  }
}

type Answer = { readonly value: unknown } | { readonly refusal: string };

async function answerOf(ask: Promise<unknown> | undefined): Promise<Answer> {
  try {
    return { value: plain(await ask) };
  } catch (error) {
    return { refusal: String(error).trim().split('\n').at(-1) ?? '' };
  }
}

/** Groups come in no order. */
const groupsIn = (answer: Answer): string[] =>
  'value' in answer && Array.isArray(answer.value)
    ? answer.value.map((group) => JSON.stringify(Object.entries(group).sort())).sort()
    : [];
const haveSameGroups = (ours: Answer, theirs: Answer): boolean =>
  'value' in ours === 'value' in theirs && isDeepStrictEqual(groupsIn(ours), groupsIn(theirs));

export type Trial = {
  readonly url: string;
  readonly scope: Scope;
  readonly filters: boolean;
  /** Rows that the scope need not see: it is asked for them, too. */
  readonly others: Samples;
};

/** A few rows of the whole city. */
export async function citySamples(url: string): Promise<Samples> {
  const pool = createPool({ url, max: 1 });
  try {
    return await samplesOf(new Tenancy(pool).prismaClientFor({ kind: 'city', floor: 1 }), 8);
  } finally {
    await pool.end();
  }
}

/**
 * Makes the selection of a read one that many requests share, and asks for it before: in another scope, and for other rows. What is kept
 * of it must not show.
 */
async function askBefore(tenancy: Tenancy, scope: Scope, { model, operation }: Read, args: Row): Promise<void> {
  const { select, include } = args;
  Object.freeze(select ?? include);
  const stranger: Scope = scope.kind === 'city' ? { kind: 'none' } : { kind: 'city', floor: 1 };
  await answerOf(delegateOf(tenancy.dbFor(stranger), model)[operation]?.(args));
  if (operation === 'findMany')
    await answerOf(delegateOf(tenancy.dbFor(scope), model).findMany?.({ select, include, take: 2 }));
}

/** The reader and Prisma under one scope, behind one wall or both, to be asked the same. */
export async function openTrial({ url, scope, filters, others }: Trial, verdict: Verdict) {
  const pool = createPool({ url, max: 2 });
  let hasFallen = false;
  const tenancy = new Tenancy(pool, {
    filters,
    onFallback: () => {
      hasFallen = true;
    },
  });
  const reads = anyRead(withOthers(await samplesOf(tenancy.prismaClientFor(scope), 40), others));

  const property = fc.asyncProperty(reads, fc.boolean(), async (read, isShared) => {
    const { model, operation, args, style } = read;
    const isList = operation === 'findMany' || operation.startsWith('findFirst');
    const argsOf = (whom: 'prisma' | 'reader') =>
      ['count', 'groupBy'].includes(operation) ? args : completed(model, args, isList, whom);
    const asked = argsOf('reader');
    if (isShared) await askBefore(tenancy, scope, read, asked);
    hasFallen = false;
    const ours = await answerOf(delegateOf(tenancy.dbFor(scope), model)[operation]?.(asked));
    const tally = verdict.byStyle[style];
    tally.reads += 1;
    if (hasFallen) {
      count(verdict.reasons, reasonOf(read, args));
      return;
    }
    tally.compiled += 1;
    const theirs = await answerOf(delegateOf(tenancy.prismaClientFor(scope), model)[operation]?.(argsOf('prisma')));
    if ('refusal' in theirs && 'refusal' in ours) {
      count(verdict.refusals, theirs.refusal);
      return;
    }
    const isSame = operation === 'groupBy' ? haveSameGroups(ours, theirs) : isDeepStrictEqual(ours, theirs);
    if (!isSame) throw new Error(difference(ours, theirs));
    if ('value' in ours && saysSomething(ours.value)) verdict.found += 1;
  });

  return {
    /** Asks so many reads; stops at the first difference, which is made as small as it gets. */
    async run(numRuns: number, seed: number): Promise<void> {
      const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns, seed });
      if (!failed) return;
      const where = `${JSON.stringify(scope)}, ${filters ? 'both walls' : 'row-level security alone'}, seed ${seed}`;
      verdict.differences.push(`${where}\n${fc.stringify(counterexample)}\n${errorInstance}`);
    },
    stop: () => pool.end(),
  };
}

const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

const SHOWN = 240;

/** Where two answers part. */
function difference(ours: Answer, theirs: Answer): string {
  const [reader, prisma] = [JSON.stringify(ours), JSON.stringify(theirs)];
  const parting = [...reader].findIndex((letter, place) => letter !== prisma[place]);
  const shown = (text: string) => text.slice(Math.max(0, parting - SHOWN), parting + SHOWN);
  return `Prisma: ${shown(prisma)}\nReader: ${shown(reader)}`;
}
