import type { Ask } from './dialect.ts';
import type { Running } from './processes.ts';
import { BenchError } from './say.ts';
import { serverTitles } from './server-names.ts';

/** Sends one request; what comes back is its data, or a reason to stop. */
export async function post(server: Running, { path, body }: Ask, token: string): Promise<unknown> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const answer: { data?: unknown; errors?: unknown } = text.startsWith('{') ? JSON.parse(text) : {};
  if (response.status === 200 && answer.data && !answer.errors) return answer.data;
  throw new BenchError(
    `${serverTitles[server.name]} ตอบ ${response.status}: ${text.slice(0, 2000)}`,
    `${serverTitles[server.name]} answered ${response.status} to ${JSON.stringify(body).slice(0, 500)}: ${text.slice(0, 2000)}`,
  );
}
