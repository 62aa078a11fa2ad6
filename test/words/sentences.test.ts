import { describe, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { dataSentences } from './data-sentences.ts';
import { faultsOf, wordsOfPrograms } from './faults.ts';
import { bareHoles } from './holes.ts';
import { enumNames, fieldNames, schemaSentences } from './schema-sentences.ts';
import { countByPlace, type Sentence } from './sentence.ts';
import { sourceSentences } from './source-sentences.ts';

const names = enumNames(unguardedSchema);
const fields = fieldNames(unguardedSchema);
const ofSchema = schemaSentences(unguardedSchema);
const ofSources = sourceSentences();

const told = (sentences: readonly Sentence[], faults: (th: string) => string[]): string[] =>
  sentences.flatMap(({ where, th }) => faults(th).map((fault) => `${where}: ${fault}: ${th}`));

describe('a Thai sentence', () => {
  it('of the schema uses the words of the glossary, and no names that programs use', () => {
    console.info(`Thai sentences read: ${countByPlace(ofSchema)}`);
    expect(ofSchema.length).toBeGreaterThan(3_000);
    expect(told(ofSchema, (th) => [...faultsOf(th, names), ...wordsOfPrograms(th)])).toEqual([]);
  });

  it('of the programs uses the words of the glossary', () => {
    console.info(`Thai sentences read: ${countByPlace(ofSources.sentences)}`);
    expect(ofSources.sentences.length).toBeGreaterThan(2_500);
    expect(told(ofSources.sentences, (th) => faultsOf(th, names))).toEqual([]);
  });

  it('that is said of the documents, beside what they say themselves, uses the words of the glossary', () => {
    const own = dataSentences();
    console.info(`Thai sentences read: ${countByPlace(own)}`);
    expect(own.length).toBeGreaterThan(250);
    expect(told(own, (th) => faultsOf(th, names))).toEqual([]);
  });

  it('of a refusal, finding or task uses no names that programs use but those that are told in Thai', () => {
    const own = ofSources.sentences.filter(({ where }) => where.startsWith('schema/'));
    expect(told(own, (th) => wordsOfPrograms(th, fields))).toEqual([]);
  });

  it('of a rule or task names no document of one agency, because every agency reads it', () => {
    const own = ofSources.sentences.filter(({ where }) => where.startsWith('schema/'));
    expect(told(own, (th) => th.match(/เอกสาร\s?(?:00\d|๐๐[๐-๙])/g) ?? [])).toEqual([]);
  });

  it('says values of enums and dates in words, not as programs write them', () => {
    const own = ofSources.templates.filter(({ where }) => where.startsWith('schema/'));
    expect(own.length).toBeGreaterThan(150);
    expect(own.flatMap((each) => bareHoles(each).map((name) => `${each.where}: ${name}: ${each.text}`))).toEqual([]);
  });
});
