import { setTimeout as sleep } from 'node:timers/promises';
import { LATE_SECONDS_MAX } from '../limits.ts';
import { activityOf, asSuperuser } from '../postgres.ts';
import type { Server } from '../server.ts';
import { type Attack, asked, limitOf, signIn } from '../stage.ts';

const TIMEOUT_SECONDS = 2;

/** Two lists and what belongs to their items: several statements, of which one waits. */
const query =
  '{ risks(first: 5) { totalCount edges { node { code mitigations { measureTh status } } } } plans(first: 1) { totalCount } }';

/** Somebody holds a lock: what waits for it times out, and must not be tried again. */
export const retries: Attack = {
  name: 'retries',
  titleTh: 'งานที่หมดเวลาไม่ถูกทำซ้ำ',
  titleEn: 'what timed out is not tried again',
  run: (stage) =>
    stage.serve(
      async (server) => {
        const viewer = await signIn(server, 'sample-1-viewer');
        const { runs, seconds } = await asSuperuser(server, async (holder) => {
          await holder.query('BEGIN; LOCK TABLE "Mitigation" IN ACCESS EXCLUSIVE MODE');
          const crew = stage.flood({ url: server.url, connections: 1, requests: [asked(query, viewer)], seconds: 60 });
          const seen = await watchRuns(server, 'Mitigation', crew.result);
          const { ms } = await crew.result;
          await holder.query('ROLLBACK');
          return { runs: seen, seconds: Math.max(...ms) / 1000 };
        });
        if (runs === 0) throw new Error('Nothing waited for the lock: the attack has not happened.');
        return [
          { what: 'times that what timed out was run', value: runs, unit: '', limit: 1 },
          {
            what: `answered, with a deadline of ${TIMEOUT_SECONDS} s`,
            value: seconds,
            unit: 's',
            limit: TIMEOUT_SECONDS + limitOf(stage, LATE_SECONDS_MAX),
          },
        ];
      },
      { STATEMENT_TIMEOUT_MS: String(TIMEOUT_SECONDS * 1000), REQUEST_TIMEOUT_MS: String(TIMEOUT_SECONDS * 1000) },
    ),
};

/** How often statements on a table were begun, until something is over. */
async function watchRuns(server: Server, table: string, until: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  until.then(over, over);
  // On a connection of its own: within a transaction, the activity is the one of its beginning.
  return asSuperuser(server, async (client) => {
    const runs = new Set<string>();
    while (!isOver) {
      for (const { pid, since, query: text } of await activityOf(client))
        if (text.includes(`"${table}"`)) runs.add(`${pid} ${since}`);
      await sleep(20);
    }
    return runs.size;
  });
}
