import { peakResidentMb } from '../../bench/resources.ts';
import { say } from '../../bench/say.ts';
import { failuresOf } from '../beside.ts';
import * as documents from '../documents.ts';
import type { Figure } from '../figures.ts';
import { untilAlive, watchHealth } from '../health.ts';
import { SERVER_MB_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, type Stage } from '../stage.ts';

/** Nobody is signed in: all of them are one address. */
const CONNECTIONS = 64;
const SECONDS_EACH = 60;
/** How often each connection sends each request. */
const TIMES: Readonly<Record<Stage['form'], number>> = { short: 1, full: 10, long: 50 };

const requests = [
  ['fragments in a circle', documents.fragmentCircle(400)],
  ['1,600 unknown fields', documents.unknownFields(1_600)],
  ['2^24 fields by fragments', documents.doubledFragments(24)],
  ['4,900 x one name', documents.samePairs(4_900)],
  ['620 x __schema', documents.schemaAliases(620)],
  ['400 errors, each with a place behind 4,998 lines', documents.errorsBehindLines(400, 4_999)],
] as const;

/** What one connection cannot do, many at once may: documents that take long to parse, to check or to refuse. */
export const crowds: Attack = {
  name: 'crowds',
  titleTh: `คำขอที่ตรวจนานจาก ${CONNECTIONS} การเชื่อมต่อพร้อมกันไม่ทำให้ระบบเงียบ`,
  titleEn: `${CONNECTIONS} connections that send at once what takes long to refuse make no long silence`,
  run: (stage) =>
    stage.serve(async (server) => {
      const figures: Figure[] = [];
      let failed = 0;
      for (const [name, query] of requests) {
        const watch = watchHealth(server.url);
        const { statuses, codes } = await stage.flood({
          url: server.url,
          connections: CONNECTIONS,
          requests: [asked(query)],
          times: CONNECTIONS * TIMES[stage.form],
          seconds: SECONDS_EACH,
        }).result;
        const silence = await watch.stop();
        await untilAlive(server.url, SECONDS_EACH);
        failed += failuresOf(statuses);
        say(`${name}: ${JSON.stringify(statuses)}`, JSON.stringify(codes));
        const limit = limitOf(stage, SILENCE_MS_MAX);
        figures.push({ what: `silence during ${name}, ${CONNECTIONS} at once`, value: silence, unit: 'ms', limit });
      }
      return [
        ...figures,
        { what: 'answers 500, or none', value: failed, unit: '', limit: 0 },
        {
          what: 'memory of the server at its peak',
          value: peakResidentMb(server.pid),
          unit: 'MB',
          limit: SERVER_MB_MAX,
        },
      ];
    }),
};
