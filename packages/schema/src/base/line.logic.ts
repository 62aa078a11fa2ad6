import { canonicalText, cleanText } from './text.logic.ts';

/**
 * Codes, numbers, names and titles have one line, wherever a field of this name is written, filtered or stored; all other texts keep their
 * line breaks. `app.is_line` of the migrations holds the same names.
 */
export const lineNames = [
  ...[
    'code',
    'printedCode',
    'orderNo',
    'circularNo',
    'announcementNo',
    'receiptNo',
    'gradeCode',
    'announcementAddress',
    'version',
    'frameworkVersion',
    'mission',
    'subMission',
  ],
  ...['name', 'nameTh', 'nameEn', 'orderNameTh', 'titleTh', 'titleEn', 'printedTitle', 'labelTh', 'labelEn'],
  ...['subjectTh', 'subjectEn', 'actorTh', 'actorEn', 'partyTh', 'partyEn', 'announcedThrough'],
  ...['unit', 'unitTh', 'colour', 'field', 'act', 'sourceDocument', 'sourceSection', 'evidenceUrls', 'folder'],
] as const;

const lines: ReadonlySet<string> = new Set(lineNames);

/** The name of a field at the end of its path, for example `titleTh` of `items[2].titleTh`. */
const nameAtEnd = (path: string): string => /(\w+)(?:\[\d+\])*$/.exec(path)?.[1] ?? path;

/** What stood in several lines, or was set apart by tabs, in one: a blank for each run of them. */
export const oneLine = (text: string): string => text.replace(/[ \t\n]+/g, ' ');

/** A text normalised for storage, by the path of its input. */
export const cleanTextOf = (path: string, text: string): string =>
  lines.has(nameAtEnd(path)) ? oneLine(cleanText(text)) : cleanText(text);

/** A part of a text normalised for search, by the path of its filter; blanks around it matter. */
export const canonicalTextOf = (path: string, text: string): string =>
  lines.has(nameAtEnd(path)) ? oneLine(canonicalText(text)) : canonicalText(text);
