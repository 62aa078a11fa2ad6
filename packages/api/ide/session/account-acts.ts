import { askForAccount, endSession } from './account.ts';
import type { SessionState } from './session.ts';

const PLACE_KEY = 'registry.place';

/** The agency that was chosen in this tab of the browser; a reload keeps it. */
export const placeIn = (storage: Storage): string | null => storage.getItem(PLACE_KEY);

/** What can be done about who is signed in with the browser. */
export interface AccountActs {
  learn(): Promise<void>;
  refresh(): Promise<void>;
  choosePlace(code: string): void;
  signOut(): Promise<void>;
}

type Change = (changes: Partial<SessionState>) => void;

/** The acts of a session that are about the account of the browser. */
export const createAccountActs = (storage: Storage, read: () => SessionState, change: Change): AccountActs => {
  const learn = async (): Promise<void> => {
    const account = await askForAccount();
    if (account === 'unreachable') {
      if (read().account === null) change({ signIn: 'unreachable' });
    } else if (account === null) change({ signIn: 'token' });
    else {
      const { place } = read();
      const isHeld = account.places.some(({ code }) => code === place);
      change({ signIn: 'account', account, place: isHeld ? place : null });
    }
  };

  return {
    learn,
    refresh: async () => {
      if (read().signIn === 'account') await learn();
    },
    choosePlace: (code) => {
      storage.setItem(PLACE_KEY, code);
      change({ place: code });
    },
    signOut: async () => {
      const next = await endSession();
      if (next !== null) window.location.assign(next);
      else change({ problem: 'ออกจากระบบไม่สำเร็จ โปรดลองอีกครั้ง · Signing out failed, please try again' });
    },
  };
};
