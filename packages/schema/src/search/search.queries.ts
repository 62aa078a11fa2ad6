import { queryFromInfo } from '@pothos/plugin-prisma';
import { soughtIn } from '../base/sought-text.logic.ts';
import { textFault } from '../base/text.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import { PAGE_MAX, SEARCH_LENGTH_MAX } from '../graphql/limits.ts';
import { readHits } from '../tenancy/search-read.ts';
import { SearchConnection, SearchKind } from './search.type.ts';
import { searchSources } from './search-sources.ts';

const LETTERS_MIN = 2;
const WORDS_MAX = 20;

/** What a text asks for; refuses one that asks for nothing, for everything, or for too much. */
function soughtBy(text: string, check: Check) {
  const sought = soughtIn(text);
  const words = sought.runs.reduce((sum, run) => sum + run.words.length, 0);
  const fault = textFault(text);
  if (fault) check.add('text', fault.th, fault.en);
  else if (words === 0)
    check.add('text', 'โปรดพิมพ์คำที่จะค้น', 'Say what to search for: the text has neither a letter nor a digit.');
  else if (sought.folded.replaceAll(' ', '').length < LETTERS_MIN)
    check.add('text', `คำค้นสั้นกว่า ${LETTERS_MIN} ตัวอักษร`, `Search for at least ${LETTERS_MIN} letters or digits.`);
  else if (words > WORDS_MAX)
    check.add(
      'text',
      `คำค้นมีได้ไม่เกิน ${WORDS_MAX} คำ`,
      `Search for at most ${WORDS_MAX} words at once; these are ${words}.`,
    );
  return sought;
}

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    nullable: true,
    listSize: ({ first }) => Math.max(0, first),
    description: [
      'ค้นระเบียนทุกชนิดที่ผู้ใช้เห็นได้ ใกล้เคียงที่สุดก่อน · Searches the records of all kinds that the viewer may see, closest first:',
      'by how many of the words they are called, by how much else they are called, and by how recent they are.',
      'Every word has to occur, in any order. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
    ].join(' '),
    args: {
      text: t.arg.string({
        required: true,
        description: `คำค้นภาษาไทยหรืออังกฤษ ${LETTERS_MIN}-${SEARCH_LENGTH_MAX} ตัวอักษร ไม่เกิน ${WORDS_MAX} คำ เลขไทยหรืออารบิก คำยาวพิมพ์ผิดได้หนึ่งหรือสองตัว · What to search for, Thai or English, ${LETTERS_MIN} to ${SEARCH_LENGTH_MAX} characters, at most ${WORDS_MAX} words; digits of either script; longer words may have one or two typing errors.`,
      }),
      kinds: t.arg({
        type: [SearchKind],
        description: 'ชนิดที่ค้น · The kinds of records to search; all when absent.',
      }),
      first: t.arg.int({
        required: true,
        description: `จำนวนที่ขอ (1-${PAGE_MAX}) · How many, 1 to ${PAGE_MAX}.`,
      }),
    },
    resolve: async (_root, { text, kinds, first }, context, info) => {
      const check = new Check();
      const sought = soughtBy(text, check);
      check.within('first', first, 1, PAGE_MAX);
      if (kinds?.length === 0)
        check.add('kinds', 'โปรดระบุชนิดที่ค้น หรือไม่ต้องส่ง', 'Name the kinds to search, or leave them out.');
      check.refuse();
      const sources = searchSources.filter(({ kind }) => kinds?.includes(kind) ?? true);
      const year = todayInBangkok().getUTCFullYear() + 543;
      const [{ model: typeName } = {}] = sources;
      const selection = typeName ? queryFromInfo({ context, info, typeName, path: ['edges', 'node'] }) : {};
      const { total, isComplete, hits } = await readHits(context, { sought, sources, first, year }, selection);
      return { total, isComplete, records: hits.map((hit) => ({ ...hit, sought, selection })) };
    },
  }),
);
