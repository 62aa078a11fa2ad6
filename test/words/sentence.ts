/** A Thai sentence of ours and where it stands. */
export type Sentence = { readonly place: string; readonly where: string; readonly th: string };

const thai = /[\u0e00-\u0e7f]/;
export const isThai = (text: string): boolean => thai.test(text);

/** The Thai sentences of a text: of one in both languages the half before the dot, of one of several lines each line. */
export const thaiIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [th = ''] = line.split(' · ');
    return isThai(th) ? [th.trim()] : [];
  });

export const sentencesOf = (place: string, where: string, text: string | null | undefined): Sentence[] =>
  thaiIn(text ?? '').map((th) => ({ place, where, th }));

/** How many sentences were read, by place. */
export function countByPlace(sentences: readonly Sentence[]): string {
  const counts = new Map<string, number>();
  for (const { place } of sentences) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].map(([place, count]) => `${count} ${place}`).join(', ');
}
