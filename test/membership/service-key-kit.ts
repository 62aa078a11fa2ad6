import type { Answer } from '../kit/client.ts';
import { type Person, personOf } from '../kit/person.ts';
import type { Registry } from '../kit/registry.ts';

export const KEY = `secret serviceKey { id version status suffix role endsOn formerUntil keeperName lastUsedAt revokedAt
  documentsOnly documentsOf pointsPerMinute }`;

/** A day so many days ahead, in Bangkok. */
export const dayAhead = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const usual = { nameTh: 'ระบบแผน', role: 'EDITOR', endsOn: dayAhead(365) };

/** A new key as its maker sees it, with its secret. */
export const makeKey = (maker: Person, input: Readonly<Record<string, unknown>> = {}): Promise<any> =>
  maker.does('createServiceKey', { ...usual, ...input }, KEY);

export const usualKey = usual;

/** A program that has a secret, at an instance of the registry; with a token, for the person whose it is. */
export function programWith(registry: Registry, secret: string, token?: string): Person {
  const authorization = `Bearer ${secret}`;
  const ask = (query: string, variables = {}, headers = {}): Promise<Answer> =>
    registry.public(query, variables, { authorization, ...(token && { 'x-on-behalf-of': token }), ...headers });
  return personOf(ask, registry.database);
}

/** Who is signed in. */
export const VIEWER = '{ viewer { role account { name } agency { code } } }';
/** A plan that a program drafts. */
export const plan = (year: number) => ({ titleTh: 'แผนที่โปรแกรมร่าง', fiscalYearFrom: year, fiscalYearTo: year });

/** What becomes of a request: `ok`, or its status with what is wrong with the key. */
export const outcome = async ({ ask }: Person) => {
  const { status, errors } = await ask('{ viewer { role } }');
  const { code, key } = errors[0]?.extensions ?? {};
  return status === 200 ? 'ok' : [status, code, key];
};
