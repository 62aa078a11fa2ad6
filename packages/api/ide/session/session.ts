import { parseJson } from '../record.ts';
import type { Account } from './account.ts';
import { createAccountActs, placeIn } from './account-acts.ts';
import { type Persona, personasOf } from './persona.ts';
import { createPersonaTokens } from './persona-tokens.ts';
import { createTabPersonas } from './tab-personas.ts';

export type SignIn = 'loading' | 'personas' | 'account' | 'token' | 'unreachable';

/** Who asks in the tab in view. */
export interface Asker {
  readonly tab: string | null;
  readonly persona: Persona | null;
}

export interface SessionState extends Asker {
  /** Which sign-in the server offers: demo personas, an identity provider, or (404 of both) a field for a token of one's own. */
  readonly signIn: SignIn;
  readonly personas: readonly Persona[];
  /** A token of one's own, which counts in every tab. */
  readonly ownToken: string | null;
  /** Who is signed in with this browser, where it signs in at an identity provider. */
  readonly account: Account | null;
  /** The agency, or the city, chosen for an account with roles in several; it counts in this tab of the browser alone. */
  readonly place: string | null;
  readonly busy: boolean;
  readonly problem: string | null;
}

export interface Session {
  read(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Learns which personas there are; asked again, it waits for the same answer. */
  load(): Promise<void>;
  /** A tab comes into view, with who it was; a new tab goes on as who was in view before. */
  enter(tab: string, tabs: readonly string[]): void;
  /** Signs a persona in, without making anybody of any tab. */
  signIn(persona: Persona | null): Promise<boolean>;
  /** Makes a persona, once signed in, who asks in the tab in view, and in no other. */
  become(persona: Persona | null): void;
  adopt(token: string): void;
  /** Learns who is signed in by now, after an invitation was accepted, or a question refused. */
  refreshAccount(): Promise<void>;
  choosePlace(code: string): void;
  /** Ends the session of the browser, and leaves the page to end it at the provider too. */
  signOut(): Promise<void>;
  /** Whoever asks now; where they asked is remembered. */
  asks(): SessionState;
  /** Whether what was asked last was asked in a tab that is no longer in view. */
  askedElsewhere(): boolean;
  tokenOf(persona: Persona | null): Promise<string | null>;
  /** A fresh token for a persona, or null when there is none to be had. */
  renew(persona: Persona | null): Promise<string | null>;
}

const TOKEN_KEY = 'registry.token';

/** What tells one who asks from another; null for the public. */
export const askerKeyOf = ({ persona, ownToken, account, place }: SessionState): string | null => {
  if (persona !== null) return persona.id;
  if (ownToken !== null) return ownToken;
  return account?.session === 'OPEN' ? `account ${account.name} ${account.places.length} ${place}` : null;
};

/**
 * Who asks, for each tab of the editor by itself. A token of one's own lives in sessionStorage: it ends with the tab of the browser and is
 * never in a URL or in GraphiQL's own storage. Tokens of personas are asked for anew after a reload.
 */
export const createSession = (storage: Storage): Session => {
  const ofTabs = createTabPersonas(storage);
  const tokens = createPersonaTokens();
  const listeners = new Set<() => void>();
  let askedIn: string | null = null;
  let state: SessionState = {
    signIn: 'loading',
    personas: [],
    tab: null,
    persona: null,
    ownToken: storage.getItem(TOKEN_KEY),
    account: null,
    place: placeIn(storage),
    busy: false,
    problem: null,
  };

  const change = (changes: Partial<SessionState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const personaOf = (tab: string): Persona | null =>
    state.personas.find(({ id }) => id === ofTabs.personaIdOf(tab)) ?? null;

  const tokenOf = (persona: Persona | null): Promise<string | null> =>
    persona === null ? Promise.resolve(state.ownToken) : tokens.of(persona);

  const adopt = (text: string): void => {
    const ownToken = text.trim().replace(/^Bearer\s+/i, '') || null;
    if (ownToken === null) storage.removeItem(TOKEN_KEY);
    else storage.setItem(TOKEN_KEY, ownToken);
    change({ ownToken, problem: null });
  };

  const account = createAccountActs(storage, () => state, change);

  const load = async (): Promise<void> => {
    const response = await fetch('/demo/personas').catch(() => null);
    if (response === null || (!response.ok && response.status !== 404)) return change({ signIn: 'unreachable' });
    if (response.status === 404) {
      await account.learn();
      if (state.signIn === 'account' && state.ownToken !== null) adopt('');
      return;
    }
    const personas = personasOf(parseJson(await response.text()));
    // Tabs may have come into view in the meantime.
    state = { ...state, personas };
    change({ signIn: 'personas', persona: state.tab === null ? null : personaOf(state.tab) });
    if (state.ownToken !== null) adopt('');
  };
  let loading: Promise<void> | null = null;

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => {
      loading ??= load();
      return loading;
    },
    enter: (tab, tabs) => {
      if (tab === state.tab) return;
      if (!ofTabs.knows(tab) && state.tab !== null) ofTabs.keep(tab, state.persona?.id ?? null);
      ofTabs.forgetAllBut(tabs);
      change({ tab, persona: personaOf(tab), problem: null });
    },
    signIn: async (persona) => {
      change({ busy: true, problem: null });
      const failed = persona !== null && (await tokenOf(persona)) === null;
      const problem = failed ? 'ลงชื่อเข้าใช้ไม่สำเร็จ โปรดลองอีกครั้ง · Sign-in failed, please try again' : null;
      change({ busy: false, problem });
      return !failed;
    },
    become: (persona) => {
      if (state.tab !== null) ofTabs.keep(state.tab, persona?.id ?? null);
      change({ persona });
    },
    adopt,
    refreshAccount: account.refresh,
    choosePlace: account.choosePlace,
    signOut: account.signOut,
    asks: () => {
      askedIn = state.tab;
      return state;
    },
    askedElsewhere: () => askedIn !== null && askedIn !== state.tab,
    tokenOf,
    renew: async (persona) => (persona === null ? null : tokens.renew(persona)),
  };
};
