/** A row as the trail keeps it: whole when it was added or removed, and only what differs when it was changed. */
export type Image = Readonly<Record<string, unknown>>;

export type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

/** Columns that say nothing to people: keys, versions, and who did it and when, which the entry says itself. */
const technical =
  /^(id|agencyId|version|createdAt|updatedAt|currentAssessmentId|accountId|\w+ById|ruleKey|fingerprint)$/;

export const imageOf = (value: unknown): Image => (isImage(value) ? value : {});

const isImage = (value: unknown): value is Image =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => textOf(each) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What an entry says was changed, field by field; fields that were empty and stay so are left out. */
export function fieldChanges(before: Image, after: Image): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !technical.test(field))
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((change) => change.before !== change.after);
}

/** The same where only the names of the columns are known. */
export const namedChanges = (fields: readonly string[]): FieldChange[] =>
  fields.filter((field) => !technical.test(field)).map((field) => ({ field, before: null, after: null }));

const NAME_MAX = 60;
const codes = ['code', 'orderNo', 'version'] as const;
const titles = ['titleTh', 'nameTh', 'measureTh', 'textTh', 'text', 'labelTh'] as const;

/** What people call a row: its code, else the beginning of its text; null when it has neither. */
export function nameOfRow(row: Image): string | null {
  for (const field of codes) {
    const code = row[field];
    if (typeof code === 'string') return code;
  }
  for (const field of titles) {
    const title = row[field];
    if (typeof title === 'string') {
      const characters = [...title];
      return `“${characters.length > NAME_MAX ? `${characters.slice(0, NAME_MAX).join('')}…` : title}”`;
    }
  }
  return typeof row.fiscalYear === 'number' ? String(row.fiscalYear) : null;
}
