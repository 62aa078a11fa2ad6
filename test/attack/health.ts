import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 25;

export type Watch = {
  /** The longest time for which `/health/live` did not answer, in ms. */
  stop(): Promise<number>;
};

const answersOnce = (url: string, agent: Agent): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request(`${url}/health/live`, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });

/** Asks `/health/live` again and again, as a supervisor would who restarts a server that is silent. */
export function watchHealth(url: string): Watch {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let isOver = false;
  let silentSince: number | null = null;
  let longest = 0;
  const silence = () => (silentSince === null ? 0 : performance.now() - silentSince);
  const watching = (async () => {
    while (!isOver) {
      silentSince ??= performance.now();
      if (await answersOnce(url, agent)) {
        longest = Math.max(longest, silence());
        silentSince = null;
      }
      await sleep(EVERY_MS);
    }
  })();
  return {
    async stop() {
      isOver = true;
      // A server that is silent now may be so for good.
      await Promise.race([watching, sleep(1_000)]);
      longest = Math.max(longest, silence());
      agent.destroy();
      return longest;
    },
  };
}

/** Waits until the server answers again, or the time is over. */
export async function untilAlive(url: string, secondsMax: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await Promise.race([answersOnce(url, agent), sleep(secondsMax * 1_000, undefined, { ref: false })]);
  agent.destroy();
}
