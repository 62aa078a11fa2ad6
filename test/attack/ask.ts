import { type Agent, type IncomingMessage, request } from 'node:http';
import type { Asked } from './jobs.ts';

/** An answer's code stands at its beginning or not at all; nobody keeps answers of megabytes to find it. */
const READ_BYTES_MAX = 65_536;

export type Answered = { readonly status: string; readonly bytes: number; readonly text: string };

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

export type Asking = {
  readonly url: string;
  readonly asked: Asked;
  /** Stands for `%n`. */
  readonly number: number;
  readonly agent: Agent;
  /** The client goes away after so long. */
  readonly msMax: number;
};

/** Sends one request; answers what came back, or that nothing did. */
export function ask({ url, asked, number, agent, msMax }: Asking): Promise<Answered> {
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
