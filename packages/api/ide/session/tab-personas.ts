import { isRecord, parseJson } from '../record.ts';

/** Which persona asks in which tab of the editor, by their ids; null stands for somebody who is not signed in. */
export interface TabPersonas {
  knows(tab: string): boolean;
  personaIdOf(tab: string): string | null;
  keep(tab: string, personaId: string | null): void;
  forgetAllBut(tabs: readonly string[]): void;
}

const KEY = 'registry.tab-personas';

const stored = (storage: Storage): Map<string, string | null> => {
  const kept = parseJson(storage.getItem(KEY) ?? '');
  const entries = isRecord(kept) ? Object.entries(kept) : [];
  return new Map(entries.map(([tab, id]) => [tab, typeof id === 'string' ? id : null]));
};

/** Kept until the tab of the browser is closed, so that a reload changes nobody. */
export const createTabPersonas = (storage: Storage): TabPersonas => {
  const ids = stored(storage);
  const write = (): void => storage.setItem(KEY, JSON.stringify(Object.fromEntries(ids)));
  return {
    knows: (tab) => ids.has(tab),
    personaIdOf: (tab) => ids.get(tab) ?? null,
    keep: (tab, personaId) => {
      ids.set(tab, personaId);
      write();
    },
    forgetAllBut: (tabs) => {
      for (const tab of ids.keys()) if (!tabs.includes(tab)) ids.delete(tab);
      write();
    },
  };
};
