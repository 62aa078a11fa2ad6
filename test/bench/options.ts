import { parseArgs } from 'node:util';
import { BenchError } from './say.ts';
import { type ServerName, serverNames } from './server-names.ts';
import { type WorkloadName, workloadNames } from './workloads.ts';

export type Options = {
  readonly workloads: readonly WorkloadName[];
  readonly servers: readonly ServerName[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmup: number;
  readonly connections: number;
  readonly poolSize: number;
  readonly agencies: number;
  /** Whether the database waits for the disk at every commit. */
  readonly durable: boolean;
  readonly write: boolean;
  /** A data directory that stays and is used again. */
  readonly keep: string | undefined;
  /** Where CPU profiles of our server go. */
  readonly profile: string | undefined;
  readonly growth: boolean;
  readonly sizes: readonly number[];
  readonly years: number;
};

const HELP = `npm run bench -- [options]
  --only Q1,Q3          workloads (${workloadNames.join(',')})
  --servers ours,sql    servers (${serverNames.join(',')})
  --rounds 5            interleaved rounds
  --seconds 5           seconds of each round
  --warmup 25           seconds of warm-up, per server and workload
  --connections 16      connections of the load; --pool 12 connections of each server to the database
  --agencies 77         synthetic agencies
  --quick               the same as --rounds 3 --seconds 2 --warmup 3 --no-write
  --no-write            leaves docs/performance as it is
  --no-fsync            the database does not wait for the disk
  --keep DIR            keeps the database in DIR and uses it again
  --profile DIR         writes a CPU profile of our server per workload
  --growth              our server alone, with more and more agencies (--sizes 77,770,7850, --years 1)`;

function numberOf(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= least) return value;
  throw new BenchError(`--${name} ต้องเป็นตัวเลขตั้งแต่ ${least}`, `--${name} takes a number from ${least}.`);
}

function chosen<Name extends string>(
  option: string,
  text: string | undefined,
  names: readonly Name[],
): readonly Name[] {
  if (text === undefined) return names;
  const wanted = new Set(text.split(',').map((part) => part.trim().toLowerCase()));
  const found = names.filter((name) => wanted.has(name.toLowerCase()));
  if (found.length === wanted.size) return found;
  throw new BenchError(`--${option} เลือกได้จาก ${names.join(', ')}`, `--${option} takes some of ${names.join(', ')}.`);
}

const given = {
  help: { type: 'boolean' },
  only: { type: 'string' },
  servers: { type: 'string' },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  warmup: { type: 'string' },
  connections: { type: 'string', default: '16' },
  pool: { type: 'string', default: '12' },
  agencies: { type: 'string', default: '77' },
  quick: { type: 'boolean', default: false },
  'no-write': { type: 'boolean', default: false },
  'no-fsync': { type: 'boolean', default: false },
  keep: { type: 'string' },
  profile: { type: 'string' },
  growth: { type: 'boolean', default: false },
  sizes: { type: 'string', default: '77,770,7850' },
  years: { type: 'string', default: '1' },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: given }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BenchError(`${reason} ดู npm run bench -- --help`, `${reason} See npm run bench -- --help`);
  }
}

/** What the command line asks for; null when it asks for help, which is printed. */
export function readOptions(args: readonly string[]): Options | null {
  const values = parsed(args);
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return null;
  }
  const { quick, growth } = values;
  if (growth && values.keep !== undefined)
    throw new BenchError('--growth ใช้กับ --keep ไม่ได้', '--growth makes its databases anew: it does not go with --keep.');
  return {
    workloads: chosen('only', values.only, workloadNames),
    servers: growth ? ['ours'] : chosen('servers', values.servers, serverNames),
    rounds: numberOf('rounds', values.rounds ?? (quick ? '3' : '5'), 1),
    seconds: numberOf('seconds', values.seconds ?? (quick ? '2' : '5'), 0.5),
    warmup: numberOf('warmup', values.warmup ?? (quick ? '3' : '25'), 0),
    connections: numberOf('connections', values.connections, 1),
    poolSize: numberOf('pool', values.pool, 1),
    agencies: numberOf('agencies', values.agencies, 16),
    durable: !values['no-fsync'],
    write: !(values['no-write'] || quick),
    keep: values.keep,
    profile: values.profile,
    growth,
    sizes: values.sizes.split(',').map((size) => numberOf('sizes', size, 16)),
    years: numberOf('years', values.years, 1),
  };
}
