const thai = '\\u0e00-\\u0e7f';
/** Where the name of a thing ends and its explanation begins; a word of another script belongs to the name. */
const endOfName = new RegExp(`[:;]|(?<=[${thai}]) (?=[${thai}\\d])`);

/** What people call a field: the beginning of the Thai half of its description, without what stands in brackets. */
export function thaiLabel(description: string): string {
  const [th = ''] = description.split(' · ');
  const [name = ''] = th
    .replace(/\s*\([^)]*\)/g, '')
    .trim()
    .split(endOfName);
  return name.trim();
}
