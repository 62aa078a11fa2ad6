import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Example } from '../examples/example.ts';
import { operationKindOf } from '../operation.ts';
import { personaFor } from '../session/persona.ts';
import { session } from '../session/use-session.ts';
import { WELCOME } from '../welcome.ts';

/** On a narrow screen the gallery lies over the editor, so it steps aside for what was chosen. */
const NARROW = '(max-width: 899px)';

/** Opens an example in a tab of its own, as the persona it is meant for, and runs it; a mutation waits for the user. */
export const useOpenExample = (): ((example: Example) => Promise<void>) => {
  const { addTab, introspect, run, setVisiblePlugin } = useGraphiQLActions();
  const { queryEditor, variableEditor, tabs, activeTabIndex } = useGraphiQL(
    ({ queryEditor, variableEditor, tabs, activeTabIndex }) => ({ queryEditor, variableEditor, tabs, activeTabIndex }),
  );

  return async (example) => {
    const { personas, persona } = session.read();
    const wanted = personaFor(personas, example.persona);
    const signOut = example.persona.role === 'PUBLIC' && wanted === null;
    const changes = signOut ? persona !== null : wanted !== null && wanted.id !== persona?.id;
    if (changes) {
      if (!(await session.choose(wanted))) return;
      void introspect();
    }
    const query = queryEditor?.getValue().trim() ?? '';
    const untouched = tabs[activeTabIndex]?.response === null || query === '';
    if (!(untouched && (query === '' || query === WELCOME.trim()))) addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables ? JSON.stringify(example.variables, null, 2) : '');
    if (window.matchMedia(NARROW).matches) setVisiblePlugin(null);
    if (operationKindOf(example.query) === 'query') run();
  };
};
