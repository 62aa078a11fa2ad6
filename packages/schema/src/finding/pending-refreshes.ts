import type { Changed, CheckedModel, Derivation } from '../tenancy/derivation.ts';
import { executeAsService } from '../tenancy/raw-sql.ts';
import type { Scope } from '../tenancy/scope.ts';
import { type Refreshing, valuesOf } from './refresh.ts';
import type { RefreshNotice } from './refresh-notice.ts';
import { textFor } from './refresh-statement.ts';

/** How long acts on an agency's records are gathered before their findings are refreshed, unless a reader needs them sooner. */
const GATHERED_MS = 15_000;

/** When another instance has said nothing more for so long, it has ended: its refresh is done here. */
const TAKEN_OVER_MS = 2 * GATHERED_MS;

/** How many agencies are brought up to date at the same time, of those that a reader of all of them waits for. */
const AT_ONCE_MAX = 4;

/** A record whose findings are due, by an act of this instance or of another that will refresh them as well. */
type DueRecord = { readonly model: CheckedModel; readonly isOwn: boolean };
type Due = { readonly records: Map<string, DueRecord>; timer: NodeJS.Timeout; hasOwn: boolean };

export type Options = Refreshing & {
  readonly onError: (error: unknown) => void;
  /** Notifies the other instances, so that their readers wait for the same refresh. */
  readonly share?: (notice: RefreshNotice) => void;
};

/**
 * Refreshes the findings that acts may have changed: shortly after, so that writers do not wait and many acts on one record cost one
 * refresh, or at once when findings are read, at any instance. What a crashed server leaves undone, another instance or the round at the
 * next start completes.
 */
export class PendingRefreshes implements Derivation {
  readonly table = 'Finding';
  readonly #options: Options;
  readonly #due = new Map<string, Due>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(options: Options) {
    this.#options = options;
  }

  onActCommitted(agencyId: string, changed: Changed): void {
    if (changed.size === 0) return;
    this.#note(agencyId, changed, true);
    this.#options.share?.({ agencyId, changed: [...changed], refreshed: [] });
  }

  /** What another instance says of its acts and refreshes. */
  hear({ agencyId, changed, refreshed }: RefreshNotice): void {
    const due = this.#due.get(agencyId);
    for (const id of refreshed) if (due?.records.get(id)?.isOwn === false) due.records.delete(id);
    if (due?.records.size === 0) {
      clearTimeout(due.timer);
      this.#due.delete(agencyId);
    }
    if (changed.length > 0) this.#note(agencyId, new Map(changed), false);
  }

  #note(agencyId: string, changed: Changed, isOwn: boolean): void {
    const due = this.#due.get(agencyId) ?? { records: new Map(), timer: this.#later(agencyId, isOwn), hasOwn: isOwn };
    if (isOwn && !due.hasOwn) {
      clearTimeout(due.timer);
      due.timer = this.#later(agencyId, true);
      due.hasOwn = true;
    }
    for (const [id, model] of changed) {
      if (isOwn || !due.records.get(id)?.isOwn) due.records.set(id, { model, isOwn });
    }
    this.#due.set(agencyId, due);
  }

  #later(agencyId: string, isOwn: boolean): NodeJS.Timeout {
    return setTimeout(() => void this.#refresh(agencyId), isOwn ? GATHERED_MS : TAKEN_OVER_MS).unref();
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
      .then(() => this.#refreshNow(agencyId, due.records))
      .finally(() => {
        if (this.#running.get(agencyId) === running) this.#running.delete(agencyId);
      });
    this.#running.set(agencyId, running);
    return running;
  }

  async #refreshNow(agencyId: string, records: ReadonlyMap<string, DueRecord>): Promise<void> {
    const { tenancy, accountId, onError, share } = this.#options;
    const text = textFor(new Set([...records.values()].map(({ model }) => model)));
    if (!text) return;
    const statement = { text, values: valuesOf(agencyId, [...records.keys()]) };
    try {
      await executeAsService(tenancy, { accountId, act: 'refreshFindings' }, agencyId, statement);
      // A record that an act has changed again in between is due again, at every instance.
      const refreshed = [...records.keys()].filter((id) => !this.#due.get(agencyId)?.records.has(id));
      share?.({ agencyId, changed: [], refreshed });
    } catch (error) {
      onError(error);
    }
  }
}
