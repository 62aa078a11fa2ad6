import { LRUCache } from 'lru-cache';

export type Language = 'th' | 'en';

type Range = { readonly language: string; readonly quality: number };

/** The languages of an Accept-Language header (RFC 9110, 12.5.4); what cannot be read counts as wanted. */
const rangesOf = (acceptLanguage: string): Range[] =>
  acceptLanguage.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const [quality] = parameters.flatMap((parameter) => /^q=(\d*\.?\d+|\d+\.)$/.exec(parameter)?.[1] ?? []);
    return { language: tag.split(/[-_]/)[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
  });

function preferredOf(acceptLanguage: string): Language {
  const ranges = rangesOf(acceptLanguage);
  const named = (language: string) => ranges.filter((range) => range.language === language);
  const wanted = (language: Language): number => {
    const own = named(language);
    return Math.max(0, ...(own.length > 0 ? own : named('*')).map(({ quality }) => quality));
  };
  const [th, en] = [wanted('th'), wanted('en')];
  if (th !== en) return th > en ? 'th' : 'en';
  // Wanted alike: what the client names first, where it names one.
  return ranges.find(({ language, quality }) => quality > 0 && ['th', 'en'].includes(language))?.language === 'en'
    ? 'en'
    : 'th';
}

/** Browsers send one of a few headers with every request. */
const known = new LRUCache<string, Language>({ max: 200, memoMethod: preferredOf });
const KNOWN_LENGTH_MAX = 100;

/** Thai unless the client prefers English. */
export const languageOf = (acceptLanguage = ''): Language =>
  acceptLanguage.length > KNOWN_LENGTH_MAX ? preferredOf(acceptLanguage) : known.memo(acceptLanguage);
