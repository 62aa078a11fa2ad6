import { say } from '../../bench/say.ts';
import { refusedIn } from '../beside.ts';
import { quantile } from '../figures.ts';
import { watchHealth } from '../health.ts';
import { NEIGHBOUR_RATIO_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

/** What a front end asks for its list of risks; the value differs each time, so that no answer is given again. */
const list = `query ($not: String) {
  risks(first: 20, orderBy: [{ field: score, direction: DESC }], where: { not: { code: { eq: $not } } }) {
    totalCount edges { node { code titleTh level score mitigations { measureTh status } } }
  }
}`;
const asker = (headers: Record<string, string>) => asked(list, headers, { variables: { not: 'x%n' } });

const ROUNDS: Readonly<Record<Stage['form'], readonly [rounds: number, seconds: number]>> = {
  short: [1, 3],
  full: [5, 5],
  long: [9, 10],
};

/** Where attacker, server and other tests share two cores, a ratio says nothing: as the fault was, the other waited 5 s and was then refused. */
const FLOODED_MS_MAX = 4_000;
const REFUSED_MAX = 5;

/** One agency asks over 64 connections for all that it may; how long does another wait? */
export const neighbours: Attack = {
  name: 'neighbours',
  line: '1.6',
  titleTh: 'หน่วยงานที่ถามท่วมไม่ทำให้หน่วยงานอื่นรอ',
  titleEn: 'an agency that floods does not make another wait',
  run: (stage) =>
    stage.serve(async (server) => {
      const { url } = server;
      const flooding = [];
      for (const role of ['viewer', 'editor', 'approver', 'agency-admin'])
        flooding.push(asker(await signIn(server, `sample-1-${role}`)));
      const other = [asker(await signIn(server, 'sample-2-viewer'))];
      const [rounds, seconds] = ROUNDS[stage.form];
      const ask = (length: number) =>
        stage.flood({ url, connections: 2, requests: other, times: 100_000, seconds: length }).result;
      const { statuses: first, sample } = await ask(3);
      if (!first['200']) throw new Error(`The list is not answered: ${sample}`);
      const watch = watchHealth(url);
      const ratios: number[] = [];
      let [refused, slowest] = [0, 0];
      for (let round = 0; round < rounds; round += 1) {
        const quiet = quantile((await ask(seconds)).ms, 0.95);
        const crew = stage.flood({ url, connections: 64, requests: flooding, times: 1_000_000, seconds: seconds + 2 });
        await crew.ready;
        const { ms, statuses, codes } = await ask(seconds);
        const flood = await crew.result;
        const flooded = quantile(ms, 0.95);
        refused += refusedIn(statuses);
        ratios.push(flooded / quiet);
        slowest = Math.max(slowest, flooded);
        say(
          `รอบ ${round + 1}: p95 ${quiet.toFixed(1)} → ${flooded.toFixed(1)} ms`,
          `other ${JSON.stringify(statuses)} ${JSON.stringify(codes)}, flood ${JSON.stringify(flood.statuses)} ${JSON.stringify(flood.codes)}`,
        );
      }
      const silence = await watch.stop();
      const isShort = stage.form === 'short';
      return [
        isShort
          ? { what: 'another agency’s p95 under a flood', value: slowest, unit: 'ms', limit: FLOODED_MS_MAX }
          : {
              what: 'another agency’s p95 under a flood, by its quiet one',
              value: quantile(ratios, 0.5),
              unit: 'times',
              limit: NEIGHBOUR_RATIO_MAX,
            },
        { what: 'another agency: refused or unanswered', value: refused, unit: '', limit: isShort ? REFUSED_MAX : 0 },
        { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
      ];
    }),
};
