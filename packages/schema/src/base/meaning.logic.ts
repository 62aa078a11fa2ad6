import type { Message } from './message.logic.ts';

const SEPARATOR = ' · ';

/** The beginning of a sentence that names a thing: up to its first stop, without what stands in brackets. */
const headOf = (text: string, stop: RegExp): string => {
  const [head = ''] = text.replace(/\s*\([^)]*\)/g, '').split(stop);
  return head.trim();
};

/** Both languages of a description; one that has a single language serves for both. */
export function bilingual(text: string): Message {
  const [th = '', ...rest] = text.split(SEPARATOR);
  return { th: th.trim(), en: rest.length > 0 ? rest.join(SEPARATOR).trim() : th.trim() };
}

/** The names that a description begins with: of an enum's value, what people call it. */
export function namesIn(description: string): Message {
  const { th, en } = bilingual(description);
  // Thai has no full stop but in abbreviations.
  return { th: headOf(th, /[:;]/), en: headOf(en, /[.:;]/) };
}
