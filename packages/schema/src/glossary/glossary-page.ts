import { glossaryParts } from './glossary.logic.ts';
import type { Term } from './term.logic.ts';

const row = ({ word, meaning, source, discouraged }: Term): string =>
  `| **${word.th}** · ${word.en} | ${meaning.th} · ${meaning.en} | ${source.th} · ${source.en} | ${discouraged.join(', ') || '-'} |`;

const head = ['| คำ · Word | ความหมาย · Meaning | ที่มา · Source | ไม่ใช้ · Not used |', '|---|---|---|---|'];

/** The glossary as a page for people: docs/glossary.md. */
export const glossaryPage = (): string =>
  [
    '# คำที่ใช้ · Glossary',
    '',
    'Written by `npm run schema` from `packages/schema/src/glossary`: change it there. One word for each thing; `test/words` holds every Thai sentence of the registry to it. Texts of the documents stay as they are printed.',
    ...glossaryParts.flatMap(({ title, terms }) => ['', `## ${title}`, '', ...head, ...terms.map(row)]),
    '',
  ].join('\n');
