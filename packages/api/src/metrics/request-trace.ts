import type { Trace } from '@registry/prisma/trace.ts';

/** The most statements in the log line of a request. */
const STATEMENTS_MAX = 100;

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

type Batch = { readonly waitMs: number; readonly ms: number; readonly sql: readonly string[] };
type PrismaRead = { readonly read: string; readonly reason: string; readonly ms: number };

/** What one request did, for the one line that the log has of it at level `debug`. Statements stand without their values. */
export class RequestTrace implements Trace {
  #execution: string | null = null;
  readonly #batches: Batch[] = [];
  readonly #prismaReads: PrismaRead[] = [];
  #statements = 0;

  batch(texts: readonly string[], waitMs: number, ms: number): void {
    const left = Math.max(0, STATEMENTS_MAX - this.#statements);
    this.#statements += texts.length;
    if (left > 0) this.#batches.push({ waitMs: rounded(waitMs), ms: rounded(ms), sql: texts.slice(0, left) });
  }

  prismaRead(read: string, reason: string, ms: number): void {
    this.#statements += 1;
    if (this.#statements <= STATEMENTS_MAX) this.#prismaReads.push({ read, reason, ms: rounded(ms) });
  }

  /** Notes what executed the operation: a plan, or graphql-js and why. */
  executed(fallback: string | null): void {
    this.#execution = fallback === null ? 'plan' : `graphql-js: ${fallback}`;
  }

  get logFields() {
    return {
      execution: this.#execution,
      statements: this.#statements,
      batches: this.#batches,
      ...(this.#prismaReads.length > 0 && { prismaReads: this.#prismaReads }),
    };
  }
}
