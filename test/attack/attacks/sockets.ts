import { setTimeout as sleep } from 'node:timers/promises';
import { peakResidentMb } from '../../bench/resources.ts';
import { listAliases } from '../documents.ts';
import type { Figure } from '../figures.ts';
import { watchHealth } from '../health.ts';
import { HALF_SENT_SECONDS_MAX, SERVER_MB_MAX, SILENCE_MS_MAX, STOP_SECONDS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

const SOCKETS: Readonly<Record<Stage['form'], number>> = { short: 300, full: 3_000, long: 3_000 };

const head = (length: number, more = ''): string =>
  `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${more}\r\n`;

/** Requests that are never sent to their end, and answers that nobody reads. */
export const sockets: Attack = {
  name: 'sockets',
  titleTh: 'คำขอที่ส่งครึ่งเดียวและคำตอบที่ไม่มีใครอ่านถูกปิด และไม่ถ่วงการปิดระบบ',
  titleEn: 'half-sent requests and unread answers are closed, and do not hold up the end',
  run: (stage) =>
    stage.serve(async (server) => {
      const { port, url } = server;
      const { authorization } = await signIn(server, 'sample-1-viewer');
      const count = SOCKETS[stage.form];
      const half = { port, sockets: count, text: `${head(1000)}{"query": "{ vie`, isDeaf: false };
      const answer = asked(listAliases(20)).body ?? '';
      const deaf = {
        port,
        sockets: 50,
        text: `${head(Buffer.byteLength(answer), `authorization: ${authorization}\r\n`)}${answer}`.repeat(5),
        isDeaf: true,
      };
      const watch = watchHealth(url);
      const closing: Figure[] = [];
      if (stage.form !== 'short') {
        const { open, opened, lastClosedSeconds } = await stage.hold({ ...half, seconds: HALF_SENT_SECONDS_MAX + 15 })
          .result;
        closing.push(
          {
            what: `of ${opened} half-sent requests, the last was closed after`,
            value: lastClosedSeconds,
            unit: 's',
            limit: HALF_SENT_SECONDS_MAX,
          },
          { what: 'half-sent requests still open after 75 s', value: open, unit: '', limit: 0 },
        );
      }
      const [halfway, unread] = [stage.hold({ ...half, seconds: 600 }), stage.hold({ ...deaf, seconds: 600 })];
      await Promise.all([halfway.ready, unread.ready]);
      await sleep(1_000);
      const silence = await watch.stop();
      const peak = peakResidentMb(server.pid);
      const end = await server.stop();
      for (const crew of [halfway, unread]) crew.kill();
      return [
        ...closing,
        {
          what: `SIGTERM with ${count} half-sent requests and 50 unread answers`,
          value: end,
          unit: 's',
          limit: STOP_SECONDS_MAX,
        },
        { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
        { what: 'memory of the server at its peak', value: peak, unit: 'MB', limit: SERVER_MB_MAX },
      ];
    }),
};
