import { peakResidentMb, postgresMb } from '../../bench/resources.ts';
import { say } from '../../bench/say.ts';
import { watchHealth } from '../health.ts';
import { POSTGRES_GROWTH_MB_MAX, SERVER_MB_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { schemaOf } from '../schema-of.ts';
import { shapes as shapesOf } from '../shapes.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

const personas = [
  'analyst',
  'centre',
  'sample-1-viewer',
  'sample-2-editor',
  'chomthong-viewer',
  'finance-approver',
  'maedong-editor',
  'health-viewer',
];

const SIZES: Readonly<Record<Stage['form'], readonly [shapes: number, seconds: number]>> = {
  short: [20, 10],
  full: [1_500, 150],
  long: [4_000, 300],
};

/**
 * Questions to every list, each of a shape that nobody asked before and that comes twice, from several accounts: what comes again is
 * worth keeping, so that every session of PostgreSQL keeps as much as it may.
 */
export const shapes: Attack = {
  name: 'shapes',
  titleTh: 'คำถามรูปแบบใหม่จากหลายบัญชีไม่ทำให้หน่วยความจำของฐานข้อมูลเต็ม',
  titleEn: 'questions of ever new shapes, from several accounts, do not fill PostgreSQL’s memory',
  run: (stage) =>
    stage.serve(async (server) => {
      const headers: Record<string, string>[] = [];
      for (const persona of personas) headers.push(await signIn(server, persona));
      const [count, seconds] = SIZES[stage.form];
      const requests = shapesOf(await schemaOf(server), count).flatMap((query, number) =>
        [number, number + 1].map((who) => asked(query, headers[who % headers.length])),
      );
      const before = postgresMb(server.postmaster);
      const watch = watchHealth(server.url);
      const { statuses, codes } = await stage.flood({ url: server.url, connections: 8, requests, seconds }).result;
      const silence = await watch.stop();
      const sent = Object.values(statuses).reduce((sum, each) => sum + each, 0);
      say(`คำตอบ ${JSON.stringify(statuses)}`, `refused: ${JSON.stringify(codes)}`);
      return [
        {
          what: `growth of PostgreSQL after ${sent} questions of ${Math.ceil(sent / 2)} shapes`,
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
