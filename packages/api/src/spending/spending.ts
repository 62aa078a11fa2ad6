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
import { SpentPoints } from './spent-points.ts';

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
  readonly #charged = new WeakMap<Requester, number>();
  #settling: Promise<void> | null = null;
  #settledAt = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: SpendingParts) {
    this.#parts = parts;
  }

  /** Counts what a request costs before it runs; or why it may not run. */
  async charge(spender: Spender, cost: number): Promise<RegistryError | null> {
    const { budgets, counters } = this.#parts;
    const quotas = quotasOf(spender, budgets);
    const above = quotas.find(({ points }) => cost > points);
    if (above) return this.#refuse(above, aboveBudget(above, cost));
    for (;;) {
      const now = Date.now();
      const spentUp = quotas.find(({ key, points }) => this.#spent.of(key, now).spent + cost > points);
      if (spentUp) {
        const { spent, until } = this.#spent.of(spentUp.key, now);
        this.#parts.onExhausted(spender.requester);
        await this.#refusals.turn();
        return this.#refuse(spentUp, budgetSpent(spentUp, cost, Math.max(0, spentUp.points - spent), new Date(until)));
      }
      if (!quotas.some((quota) => this.#mustAsk(quota, cost, now))) break;
      await this.#settle();
    }
    const now = Date.now();
    for (const { key } of quotas) this.#spent.spend(key, cost, now);
    if (quotas.some((quota) => this.#spent.of(quota.key, now).unsettled >= quota.points * TOLD_FROM))
      this.#settleSoon();
    counters.add('costPoints', leadingRole(spender.viewer), cost);
    this.#charged.set(spender.requester, this.costOf(spender) + cost);
    return null;
  }

  /** What a request was charged so far. */
  costOf({ requester }: Spender): number {
    return this.#charged.get(requester) ?? 0;
  }

  /** What is left until `resetAt` of whichever budget of a request has least. */
  leftOf(spender: Spender): Left {
    const now = Date.now();
    let least: Left = { remaining: Number.POSITIVE_INFINITY, resetAt: now };
    for (const { key, points } of quotasOf(spender, this.#parts.budgets)) {
      const { spent, until } = this.#spent.of(key, now);
      if (points - spent < least.remaining) least = { remaining: Math.max(0, points - spent), resetAt: until };
    }
    return least;
  }

  /** The budgets of a request and what is left of each, as headers. */
  allowanceOf(spender: Spender): Allowance {
    const now = Date.now();
    const policy: string[] = [];
    const left: string[] = [];
    for (const { kind, key, points } of quotasOf(spender, this.#parts.budgets)) {
      const { spent, until } = this.#spent.of(key, now);
      policy.push(`"${headerNames[kind]}";q=${points};w=60;qu="cost"`);
      left.push(
        `"${headerNames[kind]}";r=${Math.max(0, points - spent)};t=${Math.max(1, Math.ceil((until - now) / 1000))}`,
      );
    }
    return { policy: policy.join(', '), left: left.join(', ') };
  }

  /** Tells the others what they do not know yet, for a server that stops. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#settle();
  }

  #refuse({ kind }: Quota, refusal: RegistryError): RegistryError {
    this.#parts.counters.add('costRefusals', kind);
    return refusal;
  }

  /** Whether a request would make the part too large that the others do not know. One that is large by itself is counted when nothing else is open. */
  #mustAsk({ key, points }: Quota, cost: number, now: number): boolean {
    const { unsettled } = this.#spent.of(key, now);
    return unsettled > 0 && unsettled + cost > points * ASKED_FROM && now - this.#failedAt > PAUSE_MS;
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
