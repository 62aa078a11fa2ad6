import { Agent, type IncomingMessage, request } from 'node:http';
import type { Answers, Asked, Flood } from './jobs.ts';

/** An answer's code stands at its beginning or not at all; nobody keeps answers of megabytes to find it. */
const READ_BYTES_MAX = 65_536;

type Answered = { readonly status: string; readonly bytes: number; readonly text: string };

const drained = (response: IncomingMessage): Promise<Answered> =>
  new Promise((resolve) => {
    let bytes = 0;
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => {
      if (bytes < READ_BYTES_MAX) parts.push(part);
      bytes += part.length;
    });
    const finish = (status: string) => resolve({ status, bytes, text: Buffer.concat(parts).toString('utf8') });
    response.on('end', () => finish(String(response.statusCode)));
    response.on('error', () => finish('lost'));
  });

function ask(url: string, asked: Asked, number: number, agent: Agent, msMax: number): Promise<Answered> {
  const nobody = (status: string): Answered => ({ status, bytes: 0, text: '' });
  const body = asked.body?.replaceAll('%n', String(number));
  return new Promise((resolve) => {
    const sent = request(
      `${url}${asked.path ?? '/graphql'}`,
      {
        method: asked.method ?? 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          ...asked.headers,
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        void drained(response).then((answered) => {
          clearTimeout(timer);
          resolve(answered);
        });
      },
    );
    const timer = setTimeout(() => {
      resolve(nobody('left'));
      sent.destroy();
    }, msMax);
    sent.on('error', () => {
      clearTimeout(timer);
      resolve(nobody('lost'));
    });
    sent.end(body);
  });
}

/** Sends what the job says over so many connections at once and counts what comes back. */
export async function flood(job: Flood, onReady: () => void): Promise<Answers> {
  const { url, requests, connections, seconds, leavesAfterMs = seconds * 1000 } = job;
  const times = job.times ?? requests.length;
  const until = performance.now() + seconds * 1000;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses: Record<string, number> = {};
  const codes: Record<string, number> = {};
  const ms: number[] = [];
  let [sent, largestMb, sample] = [0, 0, ''];
  const count = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  const connection = async () => {
    while (sent < times && performance.now() < until) {
      const number = sent++;
      const asked = requests[number % requests.length];
      if (!asked) return;
      const since = performance.now();
      const { status, bytes, text } = await ask(url, asked, number, agent, leavesAfterMs);
      ms.push(performance.now() - since);
      count(statuses, status);
      const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
      if (code) count(codes, code);
      largestMb = Math.max(largestMb, bytes / 1e6);
      if (text) sample = text.slice(0, 300);
    }
  };
  onReady();
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return { statuses, codes, ms, largestMb, sample };
}
