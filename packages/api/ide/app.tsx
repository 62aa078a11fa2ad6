import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { FC } from 'react';
import { createPortal } from 'react-dom';
import { documentationPlugin } from './docs/documentation.tsx';
import { EditorSettings } from './editor-settings.tsx';
import { createFetcher } from './fetcher.ts';
import { galleryPlugin } from './gallery/gallery.tsx';
import { Masthead } from './masthead.tsx';
import { asksForPage } from './page-arguments.ts';
import { ResultBar } from './result/result-bar.tsx';
import { OpenLink } from './saved/open-link.tsx';
import { savedPlugin } from './saved/saved-panel.tsx';
import { enterTab, TabIdentity } from './session/tab-identity.tsx';
import { tabStorage } from './session/tab-storage.ts';
import { session } from './session/use-session.ts';
import { WELCOME } from './welcome.ts';

const fetcher = createFetcher(session, '/graphql');
const storage = tabStorage(window.sessionStorage, window.localStorage);
const plugins = [
  galleryPlugin,
  savedPlugin,
  explorerPlugin({ showAttribution: false, makeDefaultArg: asksForPage }),
  HISTORY_PLUGIN,
];

/** On a narrow screen the panel would cover the editor, so the gallery and the variables wait there to be asked for. */
const isWide = window.matchMedia('(min-width: 900px)').matches;

export const App: FC<{ readonly masthead: HTMLElement }> = ({ masthead }) => (
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    onTabChange={enterTab}
    plugins={plugins}
    referencePlugin={documentationPlugin}
    {...(isWide ? { visiblePlugin: galleryPlugin } : {})}
    defaultQuery={WELCOME}
    defaultEditorToolsVisibility={isWide ? 'variables' : false}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>
      <span lang="en">GraphQL</span>
    </GraphiQL.Logo>
    <GraphiQL.Footer>
      <ResultBar />
    </GraphiQL.Footer>
    <EditorSettings />
    <TabIdentity />
    <OpenLink />
    {createPortal(<Masthead />, masthead)}
  </GraphiQL>
);
