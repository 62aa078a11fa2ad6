import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { type Logger, pino } from 'pino';
import { WebSocket } from 'ws';
import type { Registry } from './registry.ts';

type Closed = { readonly code: number; readonly reason: string };

/** What a client hears of one subscription. */
export type Heard = { readonly data: any[]; readonly errors: any[]; isOver: boolean; complete(): void };

const left = new Set<() => Promise<void>>();

/** Closes what a test has left open, however it ended: for `afterEach`. */
export async function closeSockets(): Promise<void> {
  await Promise.all([...left].map((close) => close()));
}

/** Opens sockets with headers, as a browser does: with its cookies, and the origin of its page. */
const withHeaders = (headers: Readonly<Record<string, string>>) =>
  class extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, { headers });
    }
  };

/** A client of the sockets at /graphql, signed in by what it sends with `connection_init`, or by the cookies among its headers. */
export function openSocket(
  registry: Registry,
  connectionParams: Record<string, unknown>,
  headers: Readonly<Record<string, string>> = {},
) {
  const client = createClient({
    url: `${registry.base.replace('http', 'ws')}/graphql`,
    webSocketImpl: withHeaders(headers),
    connectionParams,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
  });
  const closed = new Promise<Closed>((resolve) => client.on('closed', (event) => resolve(event as Closed)));
  const opened = new Promise<void>((resolve) => client.on('connected', () => resolve()));
  let socket: WebSocket | undefined;
  client.on('opened', (opening) => {
    socket = opening as WebSocket;
  });
  const close = async (): Promise<void> => {
    await client.dispose();
    await closed;
    left.delete(close);
  };
  left.add(close);
  return {
    closed,
    opened: Promise.race([opened, closed]),
    /** Reads nothing any more, pings neither. */
    stopReading: () => socket?.pause(),
    readAgain: () => socket?.resume(),
    follow(
      query = 'subscription { statusChanged { id } }',
      variables: Record<string, unknown> = {},
      operationName?: string,
      documentId?: string,
    ): Heard {
      const heard: Heard = { data: [], errors: [], isOver: false, complete: () => undefined };
      heard.complete = client.subscribe(
        { query, variables, ...(operationName !== undefined && { operationName }), ...(documentId && { documentId }) },
        {
          next: ({ data, errors }) => {
            if (data) heard.data.push(data);
            heard.errors.push(...(errors ?? []));
          },
          error: (failure) => {
            heard.errors.push(...(Array.isArray(failure) ? failure : [failure]));
            heard.isOver = true;
          },
          complete: () => {
            heard.isOver = true;
          },
        },
      );
      return heard;
    },
    close,
  };
}

export type Socket = ReturnType<typeof openSocket>;

export const signedIn = async (registry: Registry, persona: string, more: Record<string, unknown> = {}) =>
  openSocket(registry, { authorization: `Bearer ${await registry.tokenOf(persona)}`, ...more });

/** The log of a server: it says when a subscription is open, and how many listen. */
export function keptLog(): { logger: Logger; lines: any[]; listening(): number } {
  const lines: any[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { logger, lines, listening: () => lines.findLast((line) => line.listening !== undefined)?.listening ?? 0 };
}

/** Waits until something is so, and says what was not when it never is. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It never came to this: ${what}.`);
    await sleep(10);
  }
}
