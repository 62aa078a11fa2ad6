import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { faultsOf } from './faults.ts';
import { renderedSentences } from './rendered-sentences.ts';
import { enumNames } from './schema-sentences.ts';
import { countByPlace, type Sentence } from './sentence.ts';
import { storedSentences } from './stored-sentences.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const names = enumNames(unguardedSchema);
const told = (sentences: readonly Sentence[]): string[] => [
  ...new Set(sentences.flatMap(({ where, th }) => faultsOf(th, names).map((fault) => `${where}: ${fault}: ${th}`))),
];

describe('a Thai sentence', () => {
  it('that is kept in the database uses the words of the glossary', async () => {
    const sentences = await storedSentences(registry.database.superuser);
    console.info(`Thai sentences read: ${countByPlace(sentences)}`);
    expect(sentences.length).toBeGreaterThan(1_000);
    expect(told(sentences)).toEqual([]);
  });

  it('that is put together when it is asked for uses the words of the glossary', async () => {
    const sentences = await renderedSentences(registry);
    console.info(`Thai sentences read: ${countByPlace(sentences)}`);
    expect(sentences.length).toBeGreaterThan(1_000);
    expect(told(sentences)).toEqual([]);
  });
});
