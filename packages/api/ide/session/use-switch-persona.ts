import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { operationKindOf } from '../operation.ts';
import type { Persona } from './persona.ts';
import { session } from './use-session.ts';

/**
 * Changes who asks. The schema is read again, because what may be seen of it depends on the viewer, and a question that
 * was answered for the last viewer is asked again. A mutation never is: it must not run because of a menu.
 */
export const useSwitchPersona = (): {
  switchTo(persona: Persona | null): Promise<void>;
  afterSwitch(): void;
} => {
  const { introspect, run } = useGraphiQLActions();
  const { queryEditor, responseEditor } = useGraphiQL(({ queryEditor, responseEditor }) => ({
    queryEditor,
    responseEditor,
  }));

  const afterSwitch = (): void => {
    void introspect();
    const answered = (responseEditor?.getValue() ?? '') !== '';
    if (answered && operationKindOf(queryEditor?.getValue() ?? '') === 'query') run();
  };

  return {
    afterSwitch,
    switchTo: async (persona) => {
      if (await session.choose(persona)) afterSwitch();
    },
  };
};
