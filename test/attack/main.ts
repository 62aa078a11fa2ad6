import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BenchError, say } from '../bench/say.ts';
import { attacks } from './catalogue.ts';
import { isApart } from './cores.ts';
import { isHeld, type Outcome, table } from './figures.ts';
import { type Attack, openStage, prepareData } from './stage.ts';

const HELP = `npm run attack -- [names] [options]
  ${attacks.map(({ name, titleEn }) => `${name.padEnd(12)} ${titleEn}`).join('\n  ')}
  ${attacks.flatMap(({ name, kinds = [] }) => kinds.map((kind) => `${name}/${kind}`)).join(' ')}
  --long            ten minutes of documents that are all different, longer floods: an hour in all
  --rounds 3        how often another agency's wait is measured; the middle one counts
  --agencies 300    synthetic agencies beside the sample city
  --keep DIR        makes the data in DIR, or uses what is there`;

type Chosen = { readonly attack: Attack; readonly kinds?: readonly string[] };

/** `sockets` is an attack, `neighbours/heavy` one kind of it. */
function chosen(names: readonly string[]): readonly Chosen[] {
  const known = attacks.flatMap(({ name, kinds = [] }) => [name, ...kinds.map((kind) => `${name}/${kind}`)]);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new BenchError(`ไม่มีการโจมตีชื่อ ${unknown.join(', ')}`, `There is no attack ${unknown.join(', ')}: see --help.`);
  if (names.length === 0) return attacks.map((attack) => ({ attack }));
  return attacks.flatMap((attack): Chosen[] => {
    if (names.includes(attack.name)) return [{ attack }];
    const kinds = (attack.kinds ?? []).filter((kind) => names.includes(`${attack.name}/${kind}`));
    return kinds.length > 0 ? [{ attack, kinds }] : [];
  });
}

type Options = {
  readonly long: boolean;
  readonly rounds: number | undefined;
  readonly agencies: number;
  readonly keep: string | undefined;
};

async function run(names: readonly string[], { long, rounds, agencies, keep }: Options) {
  const wanted = chosen(names);
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), 'registry-attack-'));
  const remove = () => {
    if (!keep) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', remove);
  if (!isApart)
    say('ผู้โจมตีกับเซิร์ฟเวอร์ใช้ซีพียูร่วมกัน', 'Attackers and server share their cores (no taskset): times are rough.');
  await prepareData(dataDir, agencies);
  const stage = openStage(dataDir, long ? 'long' : 'full', rounds);
  const outcomes: Outcome[] = [];
  for (const { attack, kinds } of wanted) {
    say(`โจมตี ${attack.name}: ${attack.titleTh}`, attack.titleEn);
    const since = performance.now();
    const figures = await attack.run(stage, kinds);
    outcomes.push({ attack: attack.name, figures });
    const failed = figures.filter((figure) => !isHeld(figure)).length;
    const seconds = Math.round((performance.now() - since) / 1000);
    say(`${attack.name} ${seconds} วินาที`, failed === 0 ? 'held' : `${failed} of ${figures.length} figures NOT held`);
    process.stderr.write(`${table(outcomes.slice(-1))}\n`);
  }
  process.stdout.write(`\n${table(outcomes)}\n`);
  return outcomes.every(({ figures }) => figures.every(isHeld));
}

/** Attacks the built registry as the command line asks; answers the exit code. */
export async function attack(args: readonly string[]): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        long: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        agencies: { type: 'string', default: '300' },
        keep: { type: 'string' },
      },
    });
    if (values.help) {
      process.stdout.write(`${HELP}\n`);
      return 0;
    }
    const { long, rounds, agencies, keep } = values;
    const held = await run(positionals, {
      long,
      rounds: rounds === undefined ? undefined : Number(rounds),
      agencies: Number(agencies),
      keep,
    });
    return held ? 0 : 1;
  } catch (error) {
    if (error instanceof BenchError) say(error.messageTh, error.message);
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 2;
  }
}
