import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type FC, useEffect, useRef } from 'react';
import { askerKeyOf } from './session.ts';
import { session, useSession } from './use-session.ts';

interface Tabs {
  readonly tabs: readonly { readonly id: string }[];
  readonly activeTabIndex: number;
}

/** Tells the session which tab is in view: called by GraphiQL before anything can be asked there. */
export const enterTab = ({ tabs, activeTabIndex }: Tabs): void => {
  const tab = tabs[activeTabIndex];
  if (tab)
    session.enter(
      tab.id,
      tabs.map(({ id }) => id),
    );
};

/** Keeps GraphiQL in step with who asks: see the comments of its three effects. */
export const TabIdentity: FC = () => {
  const { tabs, activeTabIndex, isFetching } = useGraphiQL(({ tabs, activeTabIndex, isFetching }) => ({
    tabs,
    activeTabIndex,
    isFetching,
  }));
  const { introspect, stop } = useGraphiQLActions();
  const asker = askerKeyOf(useSession());
  const known = useRef(asker);

  // GraphiQL says nothing of the tab that it begins with.
  useEffect(() => enterTab({ tabs, activeTabIndex }), [tabs, activeTabIndex]);

  // What may be seen of the schema depends on who asks.
  useEffect(() => {
    if (known.current === asker) return;
    known.current = asker;
    void introspect();
  }, [asker, introspect]);

  // Nobody waits here for the answer to what was asked in another tab.
  useEffect(() => {
    if (isFetching && session.askedElsewhere()) stop();
  });

  return null;
};
