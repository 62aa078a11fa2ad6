import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/**
 * Connections of one client to a server, for posting JSON. Answers are not packed: what a client pays for `fetch`, and both for packing, was more
 * than what the server does for most of the suite's requests. How answers are packed is what test/serving/http-surface.test.ts tells.
 */
export function connectClient(url: string) {
  const agent = new Agent({ keepAlive: true });
  const post = (headers: Readonly<Record<string, string>>, body: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}
