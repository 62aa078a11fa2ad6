import { Agent } from 'node:http';
import { ask } from './ask.ts';
import type { Answers, Flood } from './jobs.ts';
import { Tally } from './tally.ts';

/** Sends what the job says over so many connections at once and counts what comes back. */
export async function flood(job: Flood, onReady: () => void): Promise<Answers> {
  const { url, requests, connections, seconds, leavesAfterMs: msMax = seconds * 1000 } = job;
  const times = job.times ?? requests.length;
  const until = performance.now() + seconds * 1000;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = new Tally();
  let sent = 0;
  const connection = async () => {
    while (sent < times && performance.now() < until) {
      const number = sent++;
      const asked = requests[number % requests.length];
      if (!asked) return;
      const since = performance.now();
      const answered = await ask({ url, asked, number, agent, msMax });
      tally.add(answered, performance.now() - since);
    }
  };
  onReady();
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return tally.answers;
}
