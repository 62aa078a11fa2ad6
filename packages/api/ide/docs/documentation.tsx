import { DOC_EXPLORER_PLUGIN, DocExplorer } from '@graphiql/plugin-doc-explorer';
import type { FC } from 'react';
import { DescriptionSearch } from './description-search.tsx';

const Documentation: FC = () => (
  <>
    <DescriptionSearch />
    <DocExplorer />
  </>
);

/** GraphiQL knows its documentation by this very object, so that only what the panel shows is replaced. */
DOC_EXPLORER_PLUGIN.content = Documentation;

export const documentationPlugin = DOC_EXPLORER_PLUGIN;
