import { peakResidentMb, postgresMb } from '../../bench/resources.ts';
import { everNew } from '../documents.ts';
import { watchHealth } from '../health.ts';
import { POSTGRES_GROWTH_MB_MAX, SERVER_MB_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

const personas = ['sample-1', 'sample-2', 'chomthong', 'thonburi', 'finance', 'health', 'maedong'].flatMap((place) =>
  ['viewer', 'editor', 'approver', 'agency-admin'].map((role) => `${place}-${role}`),
);

const SECONDS: Readonly<Record<Stage['form'], number>> = { short: 5, full: 90, long: 600 };

/** Documents that nobody asked before, one after another: what is remembered of each must not fill the memory. */
export const caches: Attack = {
  name: 'caches',
  titleTh: 'คำขอที่ไม่ซ้ำกันไม่ทำให้หน่วยความจำเต็ม',
  titleEn: 'documents of which no two are alike do not fill the memory',
  run: (stage) =>
    stage.serve(async (server) => {
      const headers: Record<string, string>[] = [];
      for (const persona of personas) headers.push(await signIn(server, persona));
      const requests = Array.from({ length: 4_000 }, (_, number) =>
        asked(everNew(number), headers[number % headers.length]),
      );
      const before = postgresMb(server.postmaster);
      const watch = watchHealth(server.url);
      const { statuses } = await stage.flood({
        url: server.url,
        connections: 16,
        requests,
        times: 1_000_000,
        seconds: SECONDS[stage.form],
      }).result;
      const silence = await watch.stop();
      const sent = Object.values(statuses).reduce((sum, count) => sum + count, 0);
      return [
        {
          what: `memory of the server at its peak, ${sent} documents`,
          value: peakResidentMb(server.pid),
          unit: 'MB',
          limit: SERVER_MB_MAX,
        },
        {
          what: 'growth of PostgreSQL',
          value: Math.max(0, postgresMb(server.postmaster) - before),
          unit: 'MB',
          limit: POSTGRES_GROWTH_MB_MAX,
        },
        { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
        { what: 'answers 500', value: statuses['500'] ?? 0, unit: '', limit: 0 },
      ];
    }),
};
