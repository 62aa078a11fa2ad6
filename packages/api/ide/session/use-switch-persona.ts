import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { operationKindOf } from '../operation.ts';
import type { Persona } from './persona.ts';
import { session } from './use-session.ts';

/**
 * Changes who asks in the tab in view. A question that was answered for the last viewer is asked again. A mutation never is: it must not
 * run because of a menu.
 */
export const useSwitchPersona = (): {
  switchTo(persona: Persona | null): Promise<void>;
  afterSwitch(): void;
} => {
  const { run } = useGraphiQLActions();
  const { queryEditor, responseEditor } = useGraphiQL(({ queryEditor, responseEditor }) => ({
    queryEditor,
    responseEditor,
  }));

  const afterSwitch = (): void => {
    const answered = (responseEditor?.getValue() ?? '') !== '';
    if (answered && operationKindOf(queryEditor?.getValue() ?? '') === 'query') run();
  };

  return {
    afterSwitch,
    switchTo: async (persona) => {
      const { tab } = session.read();
      // Whoever went on to another tab meanwhile is not made somebody else there.
      if (!(await session.signIn(persona)) || session.read().tab !== tab) return;
      session.become(persona);
      afterSwitch();
    },
  };
};
