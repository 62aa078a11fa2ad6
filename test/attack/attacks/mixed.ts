import { say } from '../../bench/say.ts';
import { refusedIn } from '../beside.ts';
import { type Figure, median, quantile } from '../figures.ts';
import { list } from '../floods.ts';
import { watchHealth } from '../health.ts';
import { NEIGHBOUR_RATIO_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { asSuperuser } from '../postgres.ts';
import type { Server } from '../server.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

const AGENCIES = 20;
const CONNECTIONS_EACH = 2;
const CALM = 'SAMPLE-2';
/** Less than what each of twenty-one agencies may have of two busy cores: who asks for more than that waits for the others by rights. */
const CALM_PER_SECOND = 10;
const SECONDS: Readonly<Record<Stage['form'], number>> = { short: 3, full: 10, long: 20 };
/** Of no other attack: where an account may act is remembered for some seconds, and it is given more agencies here. */
const PERSONA = 'sample-1-case-officer';

/** Agencies that have something to list, in which one account may read from now on: `X-Agency` says where it does. */
const agenciesOf = (server: Server): Promise<string[]> =>
  asSuperuser(server, async (client) => {
    const { rows } = await client.query<{ id: string; code: string }>(
      `SELECT g.id, g.code FROM "Agency" g WHERE g.code <> $1 AND EXISTS (SELECT 1 FROM "Risk" r WHERE r."agencyId" = g.id) ORDER BY g.code DESC LIMIT ${AGENCIES}`,
      [CALM],
    );
    await client.query(`SELECT set_config('app.account', app.registry_account()::text, false)`);
    await client.query(
      `INSERT INTO "Membership" (id, "accountId", "agencyId", role)
       SELECT gen_random_uuid(), a.id, agency, 'VIEWER' FROM "Account" a, unnest($2::uuid[]) agency WHERE a.sub = $1
         AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."accountId" = a.id AND m."agencyId" = agency)`,
      [`demo|${PERSONA}`, rows.map(({ id }) => id)],
    );
    return rows.map(({ code }) => code);
  });

/** Nobody floods: many agencies work at the same time, so that all there is is in use. How does one fare that asks for little? */
export const mixed: Attack = {
  name: 'mixed',
  titleTh: `หน่วยงาน ${AGENCIES} แห่งทำงานพร้อมกัน หน่วยงานที่ถามน้อยไม่ต้องรอนานกว่า`,
  titleEn: `${AGENCIES} agencies at work do not make one wait that asks for little`,
  run: (stage) =>
    stage.serve(
      async (server) => {
        const header = await signIn(server, PERSONA);
        const calmHeader = await signIn(server, 'sample-2-viewer');
        const codes = await agenciesOf(server);
        const question = (headers: Record<string, string>) => asked(list, headers, { variables: { not: 'x%n' } });
        const seconds = SECONDS[stage.form];
        const ask = () =>
          stage.pace({
            url: server.url,
            connections: 8,
            requests: [question(calmHeader)],
            perSecond: CALM_PER_SECOND,
            seconds,
          }).result;
        const watch = watchHealth(server.url);
        const ratios: number[] = [];
        let refused = 0;
        for (let round = 0; round < (stage.rounds ?? 1); round += 1) {
          const quiet = await ask();
          const crew = stage.flood({
            url: server.url,
            connections: codes.length * CONNECTIONS_EACH,
            requests: codes.map((code) => question({ ...header, 'x-agency': code })),
            times: 1_000_000,
            seconds: seconds + 1,
          });
          await crew.ready;
          const calm = await ask();
          const busy = await crew.result;
          refused += refusedIn(calm.statuses) + refusedIn(busy.statuses);
          ratios.push(quantile(calm.ms, 0.95) / quantile(busy.ms, 0.95));
          say(
            `${codes.length} หน่วยงาน ${Math.round(busy.ms.length / (seconds + 1))} คำขอต่อวินาที`,
            `p95 of each ${quantile(busy.ms, 0.95).toFixed(1)} ms, of the calm one ${quantile(quiet.ms, 0.95).toFixed(1)} → ${quantile(calm.ms, 0.95).toFixed(1)} ms`,
          );
        }
        const figures: Figure[] = [
          {
            what: `p95 of an agency that asks for little, by that of ${codes.length} at work`,
            value: median(ratios),
            unit: 'times',
            // Everybody waits when all there is is in use: it is the others' wait that must not be exceeded, not that of quiet times.
            limit: limitOf(stage, NEIGHBOUR_RATIO_MAX),
          },
          { what: 'refused or unanswered, of any', value: refused, unit: '', limit: 0 },
          {
            what: 'longest silence',
            value: await watch.stop(),
            unit: 'ms',
            limit: limitOf(stage, SILENCE_MS_MAX),
          },
        ];
        return figures;
      },
      { REQUESTS_PER_MINUTE: '1000000' },
    ),
};
