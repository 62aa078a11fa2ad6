import autocannon from 'autocannon';
import { BenchError } from './say.ts';

/** What one connection sends, over and over: requests made in advance, or ones that are made when their turn comes. */
export type ConnectionPlan = readonly autocannon.Request[];

export type Driven = {
  /** Answered within the time. */
  readonly requests: number;
  /** Those that were still under way when it was over, too. */
  readonly answered: number;
  readonly seconds: number;
  readonly latencies: Float64Array;
};

/** How long an answer may take. */
const TIMEOUT_SECONDS = 30;

const SAMPLE_MS = 100;

/** An answer that reports an error does so at its top; GraphQL sends those with status 200 as well. */
export const isGood = (body: string): boolean => body.startsWith('{"data":{') && !body.includes('"errors":[');

/** Keeps as many connections as there are plans busy for some seconds: each sends its next request when it has its answer. */
export async function drive(url: string, plans: readonly ConnectionPlan[], seconds: number): Promise<Driven> {
  let next = 0;
  let requests = 0;
  let answered = 0;
  let firstBad = '';
  const latencies: number[] = [];
  let until = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const tracker = autocannon(
      {
        url,
        connections: plans.length,
        // It is the clients that stop, below: cut off by the clock, requests would go on in the server and change what comes next.
        duration: seconds + TIMEOUT_SECONDS,
        sampleInt: SAMPLE_MS,
        timeout: TIMEOUT_SECONDS,
        setupClient: (client) => client.setRequests([...(plans[next++ % plans.length] ?? [])]),
        verifyBody: (body) => {
          const text = String(body);
          const good = isGood(text);
          if (!good) firstBad ||= text;
          return good;
        },
      },
      (error: Error | null, outcome) => (error ? reject(error) : resolve(outcome)),
    );
    tracker.on('start', () => {
      until = performance.now() + seconds * 1000;
    });
    tracker.on('response', (client, _status, _bytes, ms) => {
      answered += 1;
      if (performance.now() > until) return void Object.assign(client, { responseMax: 1 });
      requests += 1;
      latencies.push(ms);
    });
    tracker.on('reqError', (error) => {
      firstBad ||= String(error);
    });
  });
  const wrong = result.errors + result.mismatches + result.non2xx;
  if (wrong > 0) {
    throw new BenchError(
      `คำตอบผิดพลาด ${wrong} จาก ${requests} คำขอ: ${firstBad.slice(0, 1000)}`,
      `${wrong} of ${requests} requests to ${url} failed; figures with errors are worth nothing. The first: ${firstBad.slice(0, 1000)}`,
    );
  }
  if (requests === 0) {
    throw new BenchError(
      `ไม่มีคำตอบใดเสร็จใน ${seconds} วินาที โปรดเพิ่ม --seconds และ --warmup`,
      `No request to ${url} was answered within ${seconds} s: give more --seconds and --warmup.`,
    );
  }
  return { requests, answered, seconds, latencies: Float64Array.from(latencies).sort() };
}

/** The value below which a share of sorted values lies. */
export const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
