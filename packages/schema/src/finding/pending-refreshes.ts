import type { Changed, Derivation, OwningModel } from '../tenancy/derivation.ts';
import { changeAsService } from '../tenancy/own-sql.ts';
import type { Scope } from '../tenancy/scope.ts';
import { type Refreshing, valuesOf } from './refresh.ts';
import { textFor } from './refresh-statement.ts';

/** How long acts on an agency's records are gathered before their findings are refreshed, unless somebody asks for them. */
const GATHERED_MS = 15_000;

/** How many agencies are brought up to date at the same time, of those that a reader of all of them waits for. */
const AT_ONCE_MAX = 4;

type Due = { readonly changed: Map<string, OwningModel>; readonly timer: NodeJS.Timeout };

export type Options = Refreshing & { readonly onError: (error: unknown) => void };

/**
 * Refreshes the findings on what acts have changed: a moment later, so that nobody who writes waits for it and many acts on one record cost
 * one refresh, or at once when somebody reads findings. What a server that dies leaves undone, the round at the next start does.
 */
export class PendingRefreshes implements Derivation {
  readonly table = 'Finding';
  readonly #options: Options;
  readonly #due = new Map<string, Due>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(options: Options) {
    this.#options = options;
  }

  noteAct(agencyId: string, changed: Changed): void {
    if (changed.size === 0) return;
    const due = this.#due.get(agencyId) ?? { changed: new Map(), timer: this.#later(agencyId) };
    for (const [id, model] of changed) due.changed.set(id, model);
    this.#due.set(agencyId, due);
  }

  #later(agencyId: string): NodeJS.Timeout {
    return setTimeout(() => void this.#refresh(agencyId), GATHERED_MS).unref();
  }

  settled(scope: Scope): Promise<void> | null {
    if (this.#due.size === 0 && this.#running.size === 0) return null;
    if (scope.kind === 'agency') return this.#settle(scope.agencyId);
    return scope.kind === 'city' ? this.#settleAll() : null;
  }

  #settle(agencyId: string): Promise<void> | null {
    return this.#due.has(agencyId) ? this.#refresh(agencyId) : (this.#running.get(agencyId) ?? null);
  }

  async #settleAll(): Promise<void> {
    const agencyIds = new Set([...this.#due.keys(), ...this.#running.keys()]).values();
    const settleNext = async () => {
      for (const agencyId of agencyIds) await this.#settle(agencyId);
    };
    await Promise.all(Array.from({ length: AT_ONCE_MAX }, settleNext));
  }

  /** Refreshes all that is due, for a server that stops. */
  stop(): Promise<void> {
    return this.#settleAll();
  }

  /** One refresh of an agency after the other: a later one must see what the earlier wrote. */
  #refresh(agencyId: string): Promise<void> {
    const before = this.#running.get(agencyId) ?? Promise.resolve();
    const due = this.#due.get(agencyId);
    if (!due) return before;
    clearTimeout(due.timer);
    this.#due.delete(agencyId);
    const running = before
      .then(() => this.#refreshNow(agencyId, due.changed))
      .finally(() => {
        if (this.#running.get(agencyId) === running) this.#running.delete(agencyId);
      });
    this.#running.set(agencyId, running);
    return running;
  }

  async #refreshNow(agencyId: string, changed: Changed): Promise<void> {
    const { tenancy, accountId, onError } = this.#options;
    const text = textFor(new Set(changed.values()));
    if (!text) return;
    const statement = { text, values: valuesOf(agencyId, [...changed.keys()]) };
    try {
      await changeAsService(tenancy, { accountId, act: 'refreshFindings' }, agencyId, statement);
    } catch (error) {
      onError(error);
    }
  }
}
