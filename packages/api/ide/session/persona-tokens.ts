import { isRecord, parseJson, textOf } from '../record.ts';
import type { Persona } from './persona.ts';

const askForToken = async (persona: Persona): Promise<string | null> => {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: persona.id }),
  });
  const answer = parseJson(await response.text());
  return response.ok && isRecord(answer) ? textOf(answer.token) : null;
};

export interface PersonaTokens {
  of(persona: Persona): Promise<string | null>;
  renew(persona: Persona): Promise<string | null>;
}

/** The tokens of demo personas, kept in memory: they are asked for anew after a reload. */
export const createPersonaTokens = (): PersonaTokens => {
  const tokens = new Map<string, Promise<string | null>>();

  const of = (persona: Persona): Promise<string | null> => {
    const known = tokens.get(persona.id);
    if (known) return known;
    // Several requests may need the same token at once; they share one sign-in. One that failed is tried again.
    const asked = askForToken(persona)
      .catch(() => null)
      .then((token) => {
        if (token === null) tokens.delete(persona.id);
        return token;
      });
    tokens.set(persona.id, asked);
    return asked;
  };

  return {
    of,
    renew: (persona) => {
      tokens.delete(persona.id);
      return of(persona);
    },
  };
};
