import { peakResidentMb, postgresMb } from '../../bench/resources.ts';
import { say } from '../../bench/say.ts';
import { filterOfShape, repeated } from '../documents.ts';
import { watchHealth } from '../health.ts';
import { POSTGRES_GROWTH_MB_MAX, SERVER_MB_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, signIn } from '../stage.ts';

const CONDITIONS = [40, 250] as const;

/** Filters of ever new shapes: each would be a statement that PostgreSQL keeps for every connection. */
export const filters: Attack = {
  name: 'filters',
  titleTh: 'ตัวกรองที่ไม่ซ้ำกันไม่ทำให้หน่วยความจำของฐานข้อมูลเต็ม',
  titleEn: 'filters of which no two are alike do not fill PostgreSQL’s memory',
  run: (stage) =>
    stage.serve(async (server) => {
      const viewer = await signIn(server, 'sample-1-viewer');
      const count = stage.form === 'short' ? 60 : 480;
      const query =
        'query q($where: RiskWhere) { risks(first: 1, where: $where) { totalCount edges { node { code } } } }';
      const requests = Array.from({ length: count }, (_, number) =>
        asked(query, viewer, { variables: { where: filterOfShape(number, CONDITIONS[number % 2] ?? 40) } }),
      );
      // Every connection has been opened and has done something, so that what grows is what is kept.
      await stage.flood({ url: server.url, connections: 24, requests: warming(viewer), times: 240, seconds: 20 })
        .result;
      const before = postgresMb(server.postmaster);
      const watch = watchHealth(server.url);
      const { statuses, codes } = await stage.flood({
        url: server.url,
        connections: 24,
        requests,
        times: count * 2,
        seconds: 120,
      }).result;
      const silence = await watch.stop();
      say(`คำตอบ ${JSON.stringify(statuses)}`, `refused: ${JSON.stringify(codes)}`);
      return [
        {
          what: `growth of PostgreSQL after ${count * 2} filters`,
          value: Math.max(0, postgresMb(server.postmaster) - before),
          unit: 'MB',
          limit: POSTGRES_GROWTH_MB_MAX,
        },
        {
          what: 'memory of the server at its peak',
          value: peakResidentMb(server.pid),
          unit: 'MB',
          limit: SERVER_MB_MAX,
        },
        { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
        { what: 'answers 500', value: statuses['500'] ?? 0, unit: '', limit: 0 },
      ];
    }),
};

const warming = (headers: Record<string, string>) => [
  asked(`{ ${repeated(8, (index) => `r${index}: risks(first: 1) { edges { node { code } } }`)} }`, headers),
];
