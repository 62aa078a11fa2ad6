import { useGraphiQL, useMonaco } from '@graphiql/react';
import { type FC, useEffect } from 'react';
import { editorThemes } from './editor-theme.ts';

/** Monaco boxes letters that look like Latin ones, as the Thai digit ๐ does; in a registry in Thai they are no trap. */
const everyEditor = { fontSize: 14, unicodeHighlight: { ambiguousCharacters: false } };

/** Beyond this the browser would take a visible moment to lay a whole answer out. */
const WRAPPED_BY_BROWSER_MAX = 100_000;

/**
 * What GraphiQL has no property for. A tab that was opened beyond the edge of the strip is brought into view.
 * Monaco breaks a long line at any letter, and so in the middle of a Thai word, which has no spaces around it. The
 * browser knows Thai words: the "advanced" strategy asks it.
 */
export const EditorSettings: FC = () => {
  const monaco = useMonaco((state) => state.monaco);
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    ({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
      queryEditor,
      variableEditor,
      headerEditor,
      responseEditor,
    }),
  );
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  const answerLength = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response?.length ?? 0);
  const small = answerLength <= WRAPPED_BY_BROWSER_MAX;

  useEffect(() => {
    document.getElementById(`graphiql-session-tab-${activeTabIndex}`)?.scrollIntoView({ inline: 'nearest' });
  }, [activeTabIndex]);

  useEffect(() => {
    for (const [name, theme] of Object.entries(editorThemes)) monaco?.editor.defineTheme(name, theme);
  }, [monaco]);

  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor]) {
      editor?.updateOptions({ ...everyEditor, wordWrap: 'on', wrappingStrategy: 'advanced' });
    }
  }, [queryEditor, variableEditor, headerEditor]);

  useEffect(() => {
    responseEditor?.updateOptions({ ...everyEditor, wrappingStrategy: small ? 'advanced' : 'simple' });
  }, [responseEditor, small]);

  return null;
};
