import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Example } from '../examples/example.ts';
import { operationKindOf } from '../operation.ts';
import { personaFor } from '../session/persona.ts';
import { session } from '../session/use-session.ts';
import { WELCOME } from '../welcome.ts';

/** On a narrow screen the gallery lies over the editor, so it steps aside for what was chosen. */
const NARROW = '(max-width: 899px)';

/**
 * Opens an example in a tab of its own, as the persona it is meant for, and runs it; a mutation waits for the user. Null
 * until the editor has loaded: without it, the query that the tab was left with would run as that persona.
 */
export const useOpenExample = (): ((example: Example) => Promise<void>) | null => {
  const { addTab, run, setVisiblePlugin } = useGraphiQLActions();
  const { queryEditor, variableEditor, tabs, activeTabIndex } = useGraphiQL(
    ({ queryEditor, variableEditor, tabs, activeTabIndex }) => ({ queryEditor, variableEditor, tabs, activeTabIndex }),
  );

  if (!queryEditor || !variableEditor) return null;

  /** Whether the tab in view holds nothing that somebody wrote, chose or asked. */
  const isUntouched = (): boolean => {
    const query = queryEditor.getValue().trim();
    const isEmpty = query === '' || (query === WELCOME.trim() && tabs[activeTabIndex]?.response === null);
    return isEmpty && session.read().persona === null;
  };

  return async (example) => {
    await session.load();
    const { personas, persona } = session.read();
    const wanted = personaFor(personas, example.persona);
    // Without personas to choose from, whoever is signed in by a token of their own asks.
    const asker = wanted ?? (example.persona.role === 'PUBLIC' ? null : persona);
    if (!(await session.signIn(asker))) return;
    if (!isUntouched()) addTab();
    session.become(asker);
    queryEditor.setValue(example.query);
    variableEditor.setValue(example.variables ? JSON.stringify(example.variables, null, 2) : '');
    if (window.matchMedia(NARROW).matches) setVisiblePlugin(null);
    if (operationKindOf(example.query) === 'query') run();
  };
};
