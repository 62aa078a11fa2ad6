/** The counters, each with one label: name and meaning. */
const counters = {
  operations: {
    name: 'registry_operations_total',
    label: 'fallback',
    help: 'GraphQL operations executed, by why graphql-js did it; "none" where an execution plan did.',
  },
  prismaReads: {
    name: 'registry_prisma_reads_total',
    label: 'reason',
    help: 'Reads left to Prisma, by what the compiler does not know.',
  },
  transactionRetries: {
    name: 'registry_transaction_retries_total',
    label: 'reason',
    help: 'Transactions run again, by what they lost.',
  },
  costPoints: {
    name: 'registry_cost_points_total',
    label: 'role',
    help: 'Points of cost spent of the budgets, by the leading role of who asked.',
  },
  costRefusals: {
    name: 'registry_cost_refusals_total',
    label: 'budget',
    help: 'Requests refused for their cost, by whose budget it was.',
  },
  costSettlements: {
    name: 'registry_cost_settlements_total',
    label: 'result',
    help: 'Settlements of what was spent with the database, by whether it was reached.',
  },
  errors: { name: 'registry_errors_total', label: 'code', help: 'Errors told to clients, by their code.' },
} as const;

export type CounterName = keyof typeof counters;

/** However many reasons there turn out to be, no counter has more of them than this. */
const LABELS_MAX = 200;
const OTHERS = 'others';

const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', ' ');

/** Counts since the start of the process, for those who operate it. They name no agency, account or value. */
export class Counters {
  readonly #counts = new Map<CounterName, Map<string, number>>();

  add(name: CounterName, label: string, count = 1): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>();
    this.#counts.set(name, counts);
    const key = counts.has(label) || counts.size < LABELS_MAX ? label : OTHERS;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }

  count(name: CounterName, label: string): number {
    return this.#counts.get(name)?.get(label) ?? 0;
  }

  /** In the text format of Prometheus. */
  get text(): string {
    const lines = Object.entries(counters).flatMap(([key, { name, label, help }]) => {
      const counts = this.#counts.get(key as CounterName) ?? new Map<string, number>();
      const samples = [...counts].map(([value, count]) => `${name}{${label}="${escaped(value)}"} ${count}`);
      return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...samples];
    });
    return `${lines.join('\n')}\n`;
  }
}
