import type { RegistryError } from '@registry/schema/base/errors.ts';
import { leadingRole } from '@registry/schema/base/viewer.logic.ts';
import type { Logger } from 'pino';
import type { Requester } from '../admission/admission.ts';
import type { Allowance } from '../admission/rate-limit.ts';
import { Refusals } from '../admission/refusals.ts';
import type { Budgets } from '../config.ts';
import type { Counters } from '../metrics/counters.ts';
import { type BudgetKind, type Quota, quotasOf, type Spender } from './quotas.ts';
import { aboveBudget, budgetSpent } from './refusals.ts';
import type { Settlement } from './settlement.ts';
import { asOf, type Minute, SpentPoints } from './spent-points.ts';

/** The part of a budget that this instance lets somebody spend before it tells the others, and beyond which it asks them before it goes on. */
const TOLD_FROM = 1 / 20;
const ASKED_FROM = 1 / 10;
/** How far settlements that nobody waits for are apart: each is a change of the database, after which kept answers are made anew. */
const APART_MS = 250;
/** How long the database is left alone when it could not be reached; meanwhile what this instance knows decides. */
const PAUSE_MS = 1_000;

/** What is left of the budgets of a request, and until when (in milliseconds, as `Date.now()` counts). */
export type Left = { readonly remaining: number; readonly resetAt: number };

/** What budgets are counted with. */
export type SpendingParts = {
  readonly budgets: Budgets;
  readonly settlement: Settlement;
  readonly counters: Counters;
  readonly logger: Logger;
  /** Told of whoever has used up a budget. */
  readonly onExhausted: (requester: Requester) => void;
};

/** A budget, and what is spent of it in a minute. */
type Balance = { readonly quota: Quota; readonly minute: Minute };
/** What a request has been charged so far, and the balances of its budgets in the minutes in which it was. */
type Bill = { readonly charged: number; readonly balances: readonly Balance[] };

const headerNames: Readonly<Record<BudgetKind, string>> = {
  ACCOUNT: 'cost',
  AGENCY: 'cost-of-agency',
  CLIENT: 'cost-of-client',
  KEY: 'cost-of-key',
};

/**
 * Counts the cost of requests against the budgets of those who ask. A request waits for no statement: it is counted in memory, and the instances
 * of the registry tell each other through the database, behind it. Only who spends a tenth of a minute's budget between two settlements waits for
 * one. Together, the instances let nobody spend more than its budget and a tenth of it for each instance but one
 * (docs/decisions/0065-budgets-of-cost.md).
 */
export class Spending {
  readonly #parts: SpendingParts;
  readonly #spent = new SpentPoints();
  readonly #refusals = new Refusals();
  /** What each request was charged, by its requester: all copies of its context have the same. */
  readonly #bills = new WeakMap<Requester, Bill>();
  #settling: Promise<void> | null = null;
  #settledAt = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: SpendingParts) {
    this.#parts = parts;
  }

  /** Counts what a request costs before it runs; or why it may not run. */
  async charge(spender: Spender, cost: number): Promise<RegistryError | null> {
    const quotas = this.#billOf(spender).balances.map(({ quota }) => quota);
    const above = quotas.find(({ points }) => cost > points);
    if (above) return this.#refuse(above, aboveBudget(above, cost));
    for (;;) {
      const now = Date.now();
      const balances = this.#balances(quotas, now);
      const spentUp = balances.find(({ quota, minute }) => minute.spent + cost > quota.points);
      if (spentUp) return this.#refuseFor(spender, spentUp, cost);
      if (!balances.some((balance) => this.#mustAsk(balance, cost, now))) break;
      await this.#settle();
    }
    const now = Date.now();
    const balances = quotas.map((quota) => ({ quota, minute: this.#spent.spend(quota.key, cost, now) }));
    if (balances.some(({ quota, minute }) => minute.unsettled >= quota.points * TOLD_FROM)) this.#settleSoon();
    this.#parts.counters.add('costPoints', leadingRole(spender.viewer), cost);
    this.#bills.set(spender.requester, { charged: this.costOf(spender) + cost, balances });
    return null;
  }

  /** What a request was charged so far. */
  costOf({ requester }: Spender): number {
    return this.#bills.get(requester)?.charged ?? 0;
  }

  /** What is left until `resetAt` of whichever budget of a request has least. */
  leftOf(spender: Spender): Left {
    const now = Date.now();
    let least: Left = { remaining: Number.POSITIVE_INFINITY, resetAt: now };
    for (const { quota, minute } of this.#billOf(spender).balances) {
      const { spent, until } = asOf(minute, now);
      const { points } = quota;
      if (points - spent < least.remaining) least = { remaining: Math.max(0, points - spent), resetAt: until };
    }
    return least;
  }

  /** The budgets of a request and what is left of each, as headers. */
  allowanceOf(spender: Spender): Allowance {
    const now = Date.now();
    let policy = '';
    let left = '';
    for (const { quota, minute } of this.#billOf(spender).balances) {
      const { spent, until } = asOf(minute, now);
      const separator = policy && ', ';
      const name = headerNames[quota.kind];
      const seconds = Math.max(1, Math.ceil((until - now) / 1000));
      policy += `${separator}"${name}";q=${quota.points};w=60;qu="cost"`;
      left += `${separator}"${name}";r=${Math.max(0, quota.points - spent)};t=${seconds}`;
    }
    return { policy, left };
  }

  /** Tells the others what they do not know yet, for a server that stops. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#settle();
  }

  /** The bill of a request; one that was charged nothing yet is told what its budgets have left now. */
  #billOf(spender: Spender): Bill {
    const known = this.#bills.get(spender.requester);
    return known ?? { charged: 0, balances: this.#balances(quotasOf(spender, this.#parts.budgets), Date.now()) };
  }

  #balances(quotas: readonly Quota[], now: number): readonly Balance[] {
    return quotas.map((quota) => ({ quota, minute: this.#spent.of(quota.key, now) }));
  }

  async #refuseFor(spender: Spender, { quota, minute }: Balance, cost: number): Promise<RegistryError> {
    const { spent, until } = minute;
    this.#parts.onExhausted(spender.requester);
    await this.#refusals.turn();
    return this.#refuse(quota, budgetSpent(quota, cost, Math.max(0, quota.points - spent), new Date(until)));
  }

  #refuse({ kind }: Quota, refusal: RegistryError): RegistryError {
    this.#parts.counters.add('costRefusals', kind);
    return refusal;
  }

  /** Whether a request would make the part too large that the others do not know. One that is large by itself is counted when nothing else is open. */
  #mustAsk({ quota, minute: { unsettled } }: Balance, cost: number, now: number): boolean {
    return unsettled > 0 && unsettled + cost > quota.points * ASKED_FROM && now - this.#failedAt > PAUSE_MS;
  }

  #settleSoon(): void {
    if (this.#timer !== undefined || Date.now() - this.#failedAt <= PAUSE_MS) return;
    const wait = Math.max(0, this.#settledAt + APART_MS - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#settle();
    }, wait).unref();
  }

  /** Settles once for all who ask for it meanwhile. */
  #settle(): Promise<void> {
    this.#settling ??= this.#exchange().finally(() => {
      this.#settling = null;
    });
    return this.#settling;
  }

  async #exchange(): Promise<void> {
    const { settlement, counters, logger } = this.#parts;
    const told = this.#spent.unsettled(Date.now());
    if (told.length === 0) return;
    try {
      const settled = await settlement.settle(told);
      const points = new Map(told.map((each) => [each.key, each.points]));
      this.#settledAt = Date.now();
      for (const each of settled) this.#spent.settle(each, points.get(each.key) ?? 0, this.#settledAt);
      counters.add('costSettlements', 'done');
    } catch (error) {
      this.#failedAt = Date.now();
      counters.add('costSettlements', 'failed');
      logger.warn({ err: error }, 'budgets of cost are counted by this instance alone: the database was not reached');
    }
  }
}
