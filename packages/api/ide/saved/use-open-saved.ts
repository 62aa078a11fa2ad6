import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { session } from '../session/use-session.ts';
import { askBeside } from './ask.ts';
import { rememberOpened } from './opened-tabs.ts';
import { ONE, openedIn } from './saved-query.ts';

const ABSENT = 'ไม่พบคำถามนี้ หรือเจ้าของไม่ได้แบ่งปันให้ · There is no such query, or it is not shared with you';

/**
 * Opens a saved query in a tab of its own, as whoever asks in the tab in view, and leaves it to that person to run it. Says what is wrong; null
 * until the editor has loaded.
 */
export const useOpenSaved = (): ((id: string) => Promise<string | null>) | null => {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  if (!queryEditor || !variableEditor) return null;
  return async (id) => {
    const { data, problem } = await askBeside(ONE, { id });
    const query = openedIn(data.savedQuery);
    if (!query) return problem ?? ABSENT;
    addTab();
    rememberOpened(session.read().tab, query);
    queryEditor.setValue(query.document);
    variableEditor.setValue(Object.keys(query.variables).length > 0 ? JSON.stringify(query.variables, null, 2) : '');
    return null;
  };
};
