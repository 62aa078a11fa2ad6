import { describe, expect, it } from '@jest/globals';
import { createDocumentStore } from '@registry/api/operations/document-store.ts';
import { parse } from 'graphql';

const documentOf = (name: string, length: number) => parse(`query ${name} { __typename }${' '.repeat(length)}`);

describe('the store of documents', () => {
  it('keeps a document when it comes again, and nothing of one that comes once', async () => {
    const store = createDocumentStore();
    for (let place = 0; place < 100; place += 1) {
      await store.set(`once ${place}`, documentOf('Once', 10));
      expect(await store.get(`once ${place}`)).toBeUndefined();
    }
    const document = documentOf('Again', 10);
    await store.set('again', document);
    await store.set('again', document);
    expect(await store.get('again')).toBe(document);
  });

  it('keeps so many characters and no more, and no document that is very long', async () => {
    const store = createDocumentStore();
    const keep = async (key: string, length: number) => {
      const document = documentOf('Kept', length);
      for (let time = 0; time < 2; time += 1) await store.set(key, document);
    };
    await keep('long', 40_000);
    expect(await store.get('long')).toBeUndefined();
    for (let place = 0; place < 40; place += 1) await keep(`page ${place}`, 10_000);
    const kept = await Promise.all(Array.from({ length: 40 }, (_unused, place) => store.get(`page ${place}`)));
    const length = kept.reduce((sum, document) => sum + (document?.loc?.source.body.length ?? 0), 0);
    expect(length).toBeLessThanOrEqual(262_144);
    expect(length).toBeGreaterThan(200_000);
    expect(kept.at(-1)).toBeDefined();
  });
});
