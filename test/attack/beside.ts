import { type Figure, quantile } from './figures.ts';
import { watchHealth } from './health.ts';
import type { Answers } from './jobs.ts';
import { SILENCE_MS_MAX } from './limits.ts';
import type { Crew } from './send-crew.ts';
import type { Server } from './server.ts';
import { asked, limitOf, type Stage } from './stage.ts';

/** What everybody may wait for a small list while the server is under attack. */
const NEIGHBOUR_MS_MAX = 1_000;

const list = 'query q%n { risks(first: 20) { edges { node { code titleTh } } } }';

/** How another agency fares while attackers are at work: its answers, its p95, and whether the server goes silent. */
export async function besides(
  stage: Stage,
  { url }: Server,
  viewer: Record<string, string>,
  attackers: Crew<Answers>,
  seconds: number,
): Promise<Figure[]> {
  const watch = watchHealth(url);
  await attackers.ready;
  const { statuses, ms } = await stage.pace({
    url,
    connections: 4,
    requests: [asked(list, viewer)],
    perSecond: 50,
    seconds,
  }).result;
  await attackers.result;
  const silence = await watch.stop();
  return [
    { what: 'another agency: refused or unanswered', value: refusedIn(statuses), unit: '', limit: 0 },
    { what: 'another agency: p95', value: quantile(ms, 0.95), unit: 'ms', limit: limitOf(stage, NEIGHBOUR_MS_MAX) },
    { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
  ];
}

/** What no client should ever get: an internal error, or no answer at all. */
export const failuresOf = (statuses: Answers['statuses']): number =>
  (statuses['500'] ?? 0) + (statuses.lost ?? 0) + (statuses.left ?? 0);

/** How many got anything but an answer. */
export const refusedIn = (statuses: Answers['statuses']): number =>
  Object.entries(statuses).reduce((sum, [status, count]) => sum + (status === '200' ? 0 : count), 0);
