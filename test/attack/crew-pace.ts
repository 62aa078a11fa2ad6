import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { Answers, Pace } from './jobs.ts';
import { Tally } from './tally.ts';

/**
 * Sends so many requests a second, whether or not the ones before are answered. What is measured begins when a request was due: the time
 * that it stood in line behind others counts.
 */
export async function pace(
  { url, requests, perSecond, connections, seconds }: Pace,
  onReady: () => void,
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = new Tally();
  const under: Promise<void>[] = [];
  const since = performance.now();
  onReady();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    // One in each beat, at any moment of it: people do not ask in step with anything.
    const due = since + ((number + Math.random()) * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const asked = requests[number % requests.length];
    if (asked)
      under.push(
        ask({ url, asked, number, agent, msMax: seconds * 1000 }).then((answered) =>
          tally.add(answered, performance.now() - due),
        ),
      );
  }
  await Promise.all(under);
  agent.destroy();
  return tally.answers;
}
