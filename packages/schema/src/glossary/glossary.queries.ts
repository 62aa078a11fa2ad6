import { builder } from '../graphql/builder.ts';
import { glossary } from './glossary.logic.ts';
import type { Term } from './term.logic.ts';

const GlossaryTerm = builder.objectRef<Term>('GlossaryTerm').implement({
  description: 'คำหนึ่งคำของทะเบียน ซึ่งใช้คำเดียวกันทุกแห่ง · One word of the registry, the same wherever it is used.',
  fields: (t) => ({
    concept: t.exposeString('concept', {
      description: 'ชื่อสำหรับโปรแกรม · Name for programs; `Role.EDITOR` is a value of an enum, whose label is this word.',
    }),
    wordTh: t.string({ description: 'คำภาษาไทย · The word in Thai.', resolve: ({ word }) => word.th }),
    wordEn: t.string({ description: 'คำภาษาอังกฤษ · The word in English.', resolve: ({ word }) => word.en }),
    meaningTh: t.string({
      description: 'ความหมายภาษาไทย · What it means, in Thai.',
      resolve: ({ meaning }) => meaning.th,
    }),
    meaningEn: t.string({
      description: 'ความหมายภาษาอังกฤษ · What it means, in English.',
      resolve: ({ meaning }) => meaning.en,
    }),
    sourceTh: t.string({
      description: 'ที่มาของคำ ภาษาไทย · The document or law that the word is taken from, in Thai.',
      resolve: ({ source }) => source.th,
    }),
    sourceEn: t.string({
      description: 'ที่มาของคำ ภาษาอังกฤษ · The document or law that the word is taken from, in English.',
      resolve: ({ source }) => source.en,
    }),
    discouraged: t.stringList({
      description: 'คำที่ไม่ใช้แทนคำนี้ · Thai words that are not used for it.',
      listSize: Math.max(...glossary.map(({ discouraged }) => discouraged.length)),
      resolve: ({ discouraged }) => [...discouraged],
    }),
  }),
});

builder.queryFields((t) => ({
  glossary: t.field({
    type: [GlossaryTerm],
    description:
      'คำที่ทะเบียนใช้ พร้อมความหมายและที่มา · The words of the registry, with their meaning and source. Anybody may ask.',
    listSize: glossary.length,
    resolve: () => [...glossary],
  }),
}));
