import { isRecord, parseJson, textOf } from '../record.ts';

/** Somewhere that people sign in. */
export interface Provider {
  readonly key: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** An agency, or the city, in which an account holds roles. */
export interface Place {
  readonly code: string;
  readonly nameTh: string;
  readonly roles: readonly string[];
}

/** Who is signed in with this browser: nobody, nobody any more, somebody whom the registry does not know, or an account. */
export interface Account {
  readonly session: 'NONE' | 'ENDED' | 'STRANGER' | 'OPEN';
  readonly name: string | null;
  readonly places: readonly Place[];
  readonly providers: readonly Provider[];
}

const SESSIONS: readonly Account['session'][] = ['NONE', 'ENDED', 'STRANGER', 'OPEN'];

const recordsIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const accountFrom = (answer: unknown): Account | null => {
  if (!isRecord(answer)) return null;
  const session = SESSIONS.find((each) => each === answer.session);
  if (session === undefined) return null;
  return {
    session,
    name: textOf(answer.name),
    places: recordsIn(answer.places).map(({ code, nameTh, roles }) => ({
      code: textOf(code) ?? '',
      nameTh: textOf(nameTh) ?? '',
      roles: textsOf(roles),
    })),
    providers: recordsIn(answer.providers).map(({ key, nameTh, nameEn }) => ({
      key: textOf(key) ?? '',
      nameTh: textOf(nameTh) ?? '',
      nameEn: textOf(nameEn) ?? '',
    })),
  };
};

/** Asks who is signed in; null where the registry offers no sign-in with a browser, and `unreachable` where it does not answer. */
export const askForAccount = async (): Promise<Account | null | 'unreachable'> => {
  const response = await fetch('/sign-in/session').catch(() => null);
  if (response?.status === 404) return null;
  if (!response?.ok) return 'unreachable';
  return accountFrom(parseJson(await response.text())) ?? 'unreachable';
};

/** Ends the session; where the browser goes from here, to sign out at the provider too, or null when nothing was ended. */
export const endSession = async (): Promise<string | null> => {
  const response = await fetch('/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null);
  const answer = response?.ok ? parseJson(await response.text()) : null;
  return isRecord(answer) ? textOf(answer.next) : null;
};
