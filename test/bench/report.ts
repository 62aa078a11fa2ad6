import {
  type Circumstances,
  type Ratio,
  type Results,
  rounded,
  type ServerResult,
  type WorkloadResult,
} from './results.ts';
import { type ServerName, serverNames, serverTitles } from './server-names.ts';
import { workloads } from './workloads.ts';

const shown = (value: number | undefined): string => (value === undefined ? '–' : rounded(value).toLocaleString('en'));

/** A table of Markdown, its columns as wide as their widest cell, so that it reads well in a terminal too. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(head), line(rule), ...rows.slice(1).map(line)].join('\n');
}

const ratioText = (ratio: Ratio | undefined): string =>
  ratio
    ? `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}), target ${ratio.target}: ${ratio.reached ? 'reached' : 'NOT reached'}`
    : '–';

/** Requests per second of every server, and the ratios with their targets. */
export function summary({ workloads }: Pick<Results, 'workloads'>): string {
  const names = serverNames.filter((name) => workloads.some(({ servers }) => servers[name]));
  const ratios = (['postgraphile', 'sql'] as const).filter((name) => workloads.some((each) => each.ratios[name]));
  return table([
    ['', ...names, ...ratios.map((name) => `ours / ${name}`)],
    ...workloads.map((each) => [
      each.name,
      ...names.map((name) => shown(each.servers[name]?.requestsPerSecond.median)),
      ...ratios.map((name) => ratioText(each.ratios[name])),
    ]),
  ]);
}

const detail = (workload: WorkloadResult, name: ServerName, result: ServerResult): string[] => {
  const { median, min, max } = result.requestsPerSecond;
  return [
    workload.name,
    name,
    `${shown(median)} (${shown(min)}–${shown(max)})`,
    shown(result.p50Ms),
    shown(result.p99Ms),
    shown(result.cpuMs?.server),
    shown(result.cpuMs?.postgres),
    shown(result.statements),
    shown(result.residentMb),
  ];
};

export const details = ({ workloads }: Pick<Results, 'workloads'>): string =>
  table([
    ['', 'server', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'CPU ms, PostgreSQL', 'SQL statements', 'memory MB'],
    ...workloads.flatMap((workload) =>
      serverNames.flatMap((name) => {
        const result = workload.servers[name];
        return result ? [detail(workload, name, result)] : [];
      }),
    ),
  ]);

export const place = ({
  commit,
  changedSince,
  date,
  cpu,
  cores,
  memoryGb,
  system,
  node,
  postgres,
  loadBefore,
}: Circumstances): string =>
  `${date}, commit ${commit}${changedSince ? ' with changes' : ''}; ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}; Node ${node}, PostgreSQL ${postgres}; load before the run ${loadBefore}.`;

/** The page that is written for people. */
export function page(results: Results): string {
  const { settings, circumstances } = results;
  return `# Performance

Written by \`npm run bench\` ([how it measures](../../test/bench/README.md)). ${place(circumstances)}
${settings.agencies} agencies of five years; ${settings.connections} connections of the load, ${settings.poolSize} of each server to the database; ${settings.rounds} interleaved
rounds of ${settings.seconds} s (Q5: ${settings.seconds * workloads.Q5.times} s) after ${settings.warmup} s of warm-up. The database ${settings.durable ? 'waits for the disk at every commit' : 'does not wait for the disk (`--no-fsync`)'}.

![Requests per second](chart.svg)

Requests per second, medians of the rounds. Ratios are taken round by round: their median, the least and the greatest.

${summary(results)}

${results.workloads.map(({ name, title }) => `- **${name}** ${title}`).join('\n')}

CPU and statements are per request (transaction control and settings are statements too); memory is resident, after the workload.

${details(results)}

What to know when reading it:

${serverNames.map((name) => `- \`${name}\`: ${serverTitles[name]}`).join('\n')}
- Every server checks the same tokens, is bound by the same row-level security, and gave the same answers before anything was timed.
- Our server also checks the rules, pages and cost of every request, and finds out what the account is a member of; the peers believe their token.
- **Q4**: the peers count in the tables; our server reads the summaries that the database keeps. Its cache of whole answers is off.
- **Q5**: our acts also bring the findings of their registers up to date, gathered and a moment later; the peers do not. The round ends only
  when that is done: its time and processor time are counted. Its rounds last as long as findings are gathered.
- **S1**: PostGraphile finds titles in which the text stands as it is; the hand-written SQL titles that hold all its trigrams, which are kept for the
  bench and compared by \`intarray\`. Our server finds words in any order, by their beginnings and misspelt, in all that a risk says, and ranks them.
- **T1**: the peers put rows back by functions of SQL over the audit trail that were written for these two tables. \`apollo\` takes no part in S1 and T1.
`;
}
