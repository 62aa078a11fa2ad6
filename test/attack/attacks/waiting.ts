import { setTimeout as sleep } from 'node:timers/promises';
import { besides, failuresOf } from '../beside.ts';
import { LATE_SECONDS_MAX, LEFT_BEHIND_SECONDS_MAX, STOP_SECONDS_MAX } from '../limits.ts';
import { asSuperuser, secondsUntilIdle } from '../postgres.ts';
import { type Attack, asked, limitOf, signIn } from '../stage.ts';

const TIMEOUT_SECONDS = 2;

/** Statements that wait for a lock, thirteen requests at once: they end at their deadline, when the client leaves, and when the server stops. */
export const waiting: Attack = {
  name: 'waiting',
  titleTh: 'คำสั่งที่รออยู่จบเมื่อหมดเวลา เมื่อผู้ถามจากไป และเมื่อระบบปิด',
  titleEn: 'what waits ends at its deadline, when its client leaves, and when the server stops',
  run: (stage) =>
    stage.serve(
      (server) =>
        asSuperuser(server, async (holder) => {
          const editor = await signIn(server, 'sample-1-editor');
          const viewer = await signIn(server, 'sample-2-viewer');
          const query = 'query q%n { mitigations(first: 5) { edges { node { measureTh } } } }';
          const job = { url: server.url, connections: 13, requests: [asked(query, editor)], times: 13, seconds: 60 };
          await holder.query('BEGIN; LOCK TABLE "Mitigation" IN ACCESS EXCLUSIVE MODE');
          const crew = stage.flood(job);
          const beside = await besides(stage, server, viewer, crew, TIMEOUT_SECONDS);
          const { ms, statuses } = await crew.result;
          const leaving = stage.flood(job);
          await leaving.ready;
          await sleep(1_000);
          leaving.kill();
          const left = await asSuperuser(server, (client) => secondsUntilIdle(client, 30));
          const last = stage.flood(job);
          await last.ready;
          await sleep(500);
          const end = await server.stop();
          last.kill();
          return [
            {
              what: `longest, with a deadline of ${TIMEOUT_SECONDS} s`,
              value: Math.max(...ms) / 1000,
              unit: 's',
              limit: TIMEOUT_SECONDS + limitOf(stage, LATE_SECONDS_MAX),
            },
            { what: '500, or no answer, at the deadline', value: failuresOf(statuses), unit: '', limit: 0 },
            ...beside,
            {
              what: 'work goes on after its clients left',
              value: left,
              unit: 's',
              limit: limitOf(stage, LEFT_BEHIND_SECONDS_MAX),
            },
            { what: 'SIGTERM during it to the end', value: end, unit: 's', limit: STOP_SECONDS_MAX },
          ];
        }),
      { STATEMENT_TIMEOUT_MS: String(TIMEOUT_SECONDS * 1000), REQUEST_TIMEOUT_MS: String(TIMEOUT_SECONDS * 1000) },
    ),
};
