import { createHash } from 'node:crypto';
import type { Pool } from '@registry/prisma/client.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

/** How long documents that were registered or withdrawn elsewhere may go unnoticed; one that nobody knows is looked for at once, this far apart. */
const LOOK_EVERY_MS = 30_000;
const LOOK_APART_MS = 1_000;
/** How long uses are gathered before they are counted. */
const COUNT_EVERY_MS = 60_000;
/** As many as one request registers, some times over. */
const EXPECTED_MAX = 2_000;

/** The way in which front ends name a document: the algorithm, then the hash. */
const NAMED = /^sha256:([0-9a-f]{64})$/i;

/** A document and the front ends that registered it. */
type Registered = { readonly text: string; readonly clients: ReadonlySet<string> };

type Parts = { readonly tenancy: Tenancy; readonly behind: Pick<Pool, 'query'>; readonly logger: Logger };

/**
 * The documents that front ends have registered, kept in memory by hash: to ask by one costs no statement, and to ask by an unknown one a
 * statement a second at the most, whoever asks. Uses are counted behind the requests.
 */
export class TrustedDocuments {
  readonly #parts: Parts;
  #known: ReadonlyMap<string, Registered> = new Map();
  #loading: Promise<void> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #uses = new Map<string, number>();
  /** Hashes of documents that are just being registered here. */
  readonly #expected = new LRUCache<string, true>({ max: EXPECTED_MAX });
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(parts: Parts) {
    this.#parts = parts;
    // Whatever is wrong with the database, those who ask will meet.
    void this.#look().catch(() => undefined);
    this.#timers = [
      setInterval(() => void this.#look().catch(() => undefined), LOOK_EVERY_MS).unref(),
      setInterval(() => void this.#count(), COUNT_EVERY_MS).unref(),
    ];
  }

  /** The text of a document by the name that a client gives it; null when none is registered under that. */
  async find(documentId: string): Promise<string | null> {
    const hash = NAMED.exec(documentId)?.[1]?.toLowerCase();
    if (hash === undefined) return null;
    return (await this.has(hash)) ? (this.#known.get(hash)?.text ?? null) : null;
  }

  /** Whether a document is registered under a hash, by one front end where one is named, also if that was done elsewhere a moment ago. */
  async has(hash: string, client: string | null = null): Promise<boolean> {
    if (this.#isOf(hash, client)) return true;
    const isLate = performance.now() - this.#lookedAt > LOOK_APART_MS;
    if (isLate || this.#expected.delete(hash)) await this.#look();
    return this.#isOf(hash, client);
  }

  /** Lets a document that is about to be registered here be looked for at once. */
  expect(hash: string): void {
    this.#expected.set(hash, true);
  }

  /** Whether it is known by now that a document is registered under a hash. */
  isKnown(hash: string): boolean {
    return this.#known.has(hash);
  }

  /** Notes that a registered document is asked for. */
  noteUse(hash: string): void {
    this.#uses.set(hash, (this.#uses.get(hash) ?? 0) + 1);
  }

  /** Counts what is left to count, for a server that stops. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#count();
  }

  #isOf(hash: string, client: string | null): boolean {
    const known = this.#known.get(hash);
    return known !== undefined && (client === null || known.clients.has(client));
  }

  /** Reads what is registered, once for all who ask meanwhile. */
  #look(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const rows = await this.#parts.tenancy.dbFor({ kind: 'reference' }).trustedDocument.findMany({
      where: { clients: { some: {} } },
      select: { hash: true, document: true, clients: { select: { client: true } } },
    });
    this.#known = new Map(
      rows.map(({ hash, document: text, clients }) => [
        hash,
        { text, clients: new Set(clients.map(({ client }) => client)) },
      ]),
    );
    this.#lookedAt = performance.now();
  }

  async #count(): Promise<void> {
    const uses = [...this.#uses];
    if (uses.length === 0) return;
    this.#uses = new Map();
    try {
      const values = [uses.map(([hash]) => hash), uses.map(([, times]) => times)];
      await this.#parts.behind.query('SELECT app.count_document_uses($1, $2)', values);
    } catch (error) {
      for (const [hash, times] of uses) this.#uses.set(hash, (this.#uses.get(hash) ?? 0) + times);
      this.#parts.logger.warn(
        { err: error },
        'uses of trusted documents are counted later: the database was not reached',
      );
    }
  }
}

/** The hash by which a text is registered. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');
