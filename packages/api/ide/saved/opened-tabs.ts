import type { SavedQuery } from './saved-query.ts';

/** Which saved query was opened, or saved, in which tab of the editor: saving there again makes its next version. */
const opened = new Map<string, SavedQuery>();

export const rememberOpened = (tab: string | null, query: SavedQuery): void => {
  if (tab !== null) opened.set(tab, query);
};

/** The viewer's own saved query that a tab shows; what belongs to somebody else is saved as one's own. */
export const ownOpenedIn = (tab: string | null): SavedQuery | null => {
  const query = tab === null ? undefined : opened.get(tab);
  return query?.isMine ? query : null;
};
