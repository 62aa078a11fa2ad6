import { say } from '../../bench/say.ts';
import { refusedIn } from '../beside.ts';
import { type Figure, median, quantile } from '../figures.ts';
import { type FloodKind, floods, list } from '../floods.ts';
import { watchHealth } from '../health.ts';
import type { Asked } from '../jobs.ts';
import { NEIGHBOUR_RATIO_MAX, SILENCE_MS_MAX } from '../limits.ts';
import type { Server } from '../server.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

const ROUNDS: Readonly<Record<Stage['form'], readonly [rounds: number, seconds: number]>> = {
  short: [1, 3],
  full: [1, 10],
  long: [5, 20],
};

/** Where attacker, server and other tests share two cores, a ratio says nothing: as the fault was, the other waited 5 s and was then refused. */
const FLOODED_MS_MAX = 4_000;
const REFUSED_MAX = 5;

/** As staff at their screens do, far below what an account is allowed. */
const CALM_PER_SECOND = 60;

async function requestsOf(
  server: Server,
  query: string,
  { personas, address }: { personas: readonly string[]; address: string },
): Promise<Asked[]> {
  const headers = [];
  for (const persona of personas) headers.push(await signIn(server, persona));
  return headers.map((header) =>
    asked(query, { ...header, 'x-forwarded-for': address }, { variables: { not: 'x%n' } }),
  );
}

type Fared = {
  /** Of each round, the p95 in quiet times and beside the flood. */
  readonly rounds: readonly { readonly quiet: number; readonly flooded: number }[];
  readonly refused: number;
};

/** How others fare beside one kind of flood, and without it. */
async function fare(stage: Stage, server: Server, kind: FloodKind): Promise<Fared> {
  const { url } = server;
  const [usual, seconds] = ROUNDS[stage.form];
  const count = stage.rounds ?? usual;
  const requests = await requestsOf(server, list, {
    personas: kind.calm ?? ['sample-2-viewer'],
    address: '192.0.2.2',
  });
  const flooding = await requestsOf(server, kind.query, { personas: kind.personas, address: '192.0.2.1' });
  const flood = (length: number) =>
    stage.flood({ url, connections: kind.connections, requests: flooding, times: 1_000_000, seconds: length });
  const ask = () => stage.pace({ url, connections: 8, requests, perSecond: CALM_PER_SECOND, seconds }).result;
  if (kind.spentSeconds) await flood(kind.spentSeconds).result;
  const rounds: { quiet: number; flooded: number }[] = [];
  let refused = 0;
  while (rounds.length < count) {
    const calm = await ask();
    const crew = flood(seconds + 1);
    await crew.ready;
    const { ms, statuses, codes } = await ask();
    refused += refusedIn(statuses);
    const { statuses: toFlood } = await crew.result;
    if (rounds.length === 0)
      say(`${kind.name}: ${JSON.stringify(statuses)}`, `${JSON.stringify(codes)}, flood ${JSON.stringify(toFlood)}`);
    const [quiet, flooded] = [quantile(calm.ms, 0.95), quantile(ms, 0.95)];
    rounds.push({ quiet, flooded });
    say(
      `p50 ${median(calm.ms).toFixed(1)} → ${median(ms).toFixed(1)}`,
      `p95 ${quiet.toFixed(1)} → ${flooded.toFixed(1)} ms`,
    );
  }
  return { rounds, refused };
}

/** Agencies ask for all that they may; how long does another wait? */
export const neighbours: Attack = {
  name: 'neighbours',
  titleTh: 'หน่วยงานที่ถามท่วมไม่ทำให้หน่วยงานอื่นรอ',
  titleEn: 'an agency that floods does not make another wait',
  kinds: floods.map(({ id }) => id),
  run: (stage, kinds) =>
    stage.serve(
      async (server) => {
        const isShort = stage.form === 'short';
        const watch = watchHealth(server.url);
        const figures: Figure[] = [];
        let refused = 0;
        for (const kind of isShort ? floods.slice(0, 1) : floods.filter(({ id }) => kinds?.includes(id) ?? true)) {
          const fared = await fare(stage, server, kind);
          refused += fared.refused;
          figures.push(
            isShort
              ? {
                  what: `${kind.name}: another agency’s p95`,
                  value: median(fared.rounds.map(({ flooded }) => flooded)),
                  unit: 'ms',
                  limit: FLOODED_MS_MAX,
                }
              : {
                  what: `${kind.name}: another agency’s p95, by its quiet one`,
                  value: median(fared.rounds.map(({ quiet, flooded }) => flooded / quiet)),
                  unit: 'times',
                  limit: NEIGHBOUR_RATIO_MAX,
                },
          );
        }
        const silence = await watch.stop();
        return [
          ...figures,
          { what: 'another agency: refused or unanswered', value: refused, unit: '', limit: isShort ? REFUSED_MAX : 0 },
          { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
        ];
      },
      { TRUST_PROXY: '1' },
    ),
};
