const EDITOR = 'graphiql:';
const OWN = ['tabState', 'query', 'variables', 'headers'].map((name) => `${EDITOR}${name}`);

/**
 * Where the editor keeps what it remembers. Its queries belong to the tab of the browser, with whoever asks in them: in a storage shared by all,
 * a reload brought the queries of another, for which nobody was signed in here. What was left last still begins a new one.
 */
export const tabStorage = (own: Storage, shared: Storage) => {
  const isNew = OWN.every((key) => own.getItem(key) === null);
  for (const key of isNew ? OWN : []) {
    const left = shared.getItem(key);
    if (left !== null) own.setItem(key, left);
  }
  return {
    getItem: (key: string): string | null => (OWN.includes(key) ? own : shared).getItem(key),
    setItem: (key: string, value: string): void => {
      if (OWN.includes(key)) own.setItem(key, value);
      shared.setItem(key, value);
    },
    removeItem: (key: string): void => {
      own.removeItem(key);
      shared.removeItem(key);
    },
    clear: (): void => {
      for (const key of OWN) own.removeItem(key);
      for (const key of Object.keys(shared)) if (key.startsWith(EDITOR)) shared.removeItem(key);
    },
    get length(): number {
      return shared.length;
    },
  };
};
