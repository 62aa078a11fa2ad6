import { isRecord, parseJson, textOf } from '../record.ts';
import { type Persona, personasOf } from './persona.ts';

export type SignIn = 'loading' | 'personas' | 'token' | 'unreachable';

export interface SessionState {
  /** Which sign-in the server offers: demo personas, or (404 in production) a field for a token of one's own. */
  readonly signIn: SignIn;
  readonly personas: readonly Persona[];
  readonly persona: Persona | null;
  readonly token: string | null;
  readonly busy: boolean;
  readonly problem: string | null;
}

export interface Session {
  read(): SessionState;
  subscribe(listener: () => void): () => void;
  load(): Promise<void>;
  choose(persona: Persona | null): Promise<boolean>;
  adopt(token: string): void;
  /** A fresh token for the persona in use, or null when there is none to be had. */
  renew(): Promise<string | null>;
}

const PERSONA_KEY = 'registry.persona';
const TOKEN_KEY = 'registry.token';

/** Tokens live in sessionStorage: they end with the browser tab and are never in a URL or in GraphiQL's own storage. */
export const createSession = (storage: Storage): Session => {
  let state: SessionState = {
    signIn: 'loading',
    personas: [],
    persona: null,
    token: storage.getItem(TOKEN_KEY),
    busy: false,
    problem: null,
  };
  const listeners = new Set<() => void>();
  let renewal: Promise<string | null> | null = null;

  const change = (changes: Partial<SessionState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const keep = (persona: Persona | null, token: string | null): void => {
    for (const [key, value] of [
      [PERSONA_KEY, persona?.id ?? null],
      [TOKEN_KEY, token],
    ] as const) {
      if (value === null) storage.removeItem(key);
      else storage.setItem(key, value);
    }
    change({ persona, token, busy: false, problem: null });
  };

  const tokenFor = async (persona: Persona): Promise<string | null> => {
    const response = await fetch('/demo/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: persona.id }),
    });
    const answer = parseJson(await response.text());
    return response.ok && isRecord(answer) ? textOf(answer.token) : null;
  };

  const choose = async (persona: Persona | null): Promise<boolean> => {
    if (persona === null) {
      keep(null, null);
      return true;
    }
    change({ busy: true, problem: null });
    const token = await tokenFor(persona).catch(() => null);
    if (token === null) {
      change({ busy: false, problem: 'ลงชื่อเข้าใช้ไม่สำเร็จ โปรดลองอีกครั้ง · Sign-in failed, please try again' });
      return false;
    }
    keep(persona, token);
    return true;
  };

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const response = await fetch('/demo/personas').catch(() => null);
      if (response === null || (!response.ok && response.status !== 404)) {
        change({ signIn: 'unreachable' });
        return;
      }
      if (response.status === 404) {
        change({ signIn: 'token' });
        return;
      }
      const personas = personasOf(parseJson(await response.text()));
      const persona = personas.find((each) => each.id === storage.getItem(PERSONA_KEY)) ?? null;
      change({ signIn: 'personas', personas, persona });
      if (persona === null && state.token !== null) keep(null, null);
    },
    choose,
    adopt: (token) => keep(null, token.trim().replace(/^Bearer\s+/i, '') || null),
    renew: () => {
      // Several requests may meet the same expired token at once; they share one renewal.
      renewal ??= (async () => {
        const { persona } = state;
        return persona !== null && (await choose(persona)) ? state.token : null;
      })().finally(() => {
        renewal = null;
      });
      return renewal;
    },
  };
};
