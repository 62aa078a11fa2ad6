import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { soughtIn } from '@registry/schema/base/sought-text.logic.ts';
import { searchSources } from '@registry/schema/search/search-sources.ts';
import { compileSearch } from '@registry/schema/tenancy/sql-builder/compile-search.ts';
import { isObject } from '@registry/schema/tenancy/sql-builder/sql-builder.ts';
import fc from 'fast-check';
import pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { generated } from '../kit/generated.ts';
import { queries } from './queries.ts';

let database: DatabaseCopy;
/** The application's login as the centre. */
let centre: pg.Client;
beforeAll(async () => {
  database = await copyDatabase();
  centre = new pg.Client({ connectionString: database.app });
  await centre.connect();
  await centre.query(`SELECT set_config('app.floor', '1', false)`);
});
afterAll(async () => {
  await centre.end();
  await database.drop();
});

const FLOOR = { disclosure: { gte: 1 } };

/** What is found of a text, closest first: by the index, or by reading the words of all records. */
async function found(text: string, isCity: boolean): Promise<{ complete: boolean }[]> {
  const question = { sought: soughtIn(text), sources: searchSources, first: 20, year: 2569 };
  const within = (model: string, where: unknown) => ({
    AND: [isObject(where) ? where : {}, model === 'Agency' ? {} : FLOOR],
  });
  const { rows } = await centre.query<{ id: string | null; complete: boolean }>(
    compileSearch(question, { within, isCity }),
  );
  return rows.filter(({ id }) => id !== null);
}

/** Texts out of records, most with a typing error: a letter wrong, left out, added, or changed places with its neighbour. */
async function textsOfRecords(): Promise<string[]> {
  const rows = await asSuperuser<{ words: string }>(database.superuser, 'SELECT words FROM "SearchText" ORDER BY id');
  const part = fc.tuple(fc.constantFrom(...rows), fc.nat(200), fc.integer({ min: 2, max: 20 }), fc.nat(20), fc.nat(4));
  const misspelt = part.map(([{ words }, from, length, place, error]) => {
    const start = Math.min(from, words.length - length);
    const text = [...words.slice(start, start + length).trim()];
    const at = place % Math.max(1, text.length);
    const [letter = '', next = ''] = text.slice(at);
    if (error === 0) text.splice(at, 1);
    if (error === 1) text.splice(at, 1, 'ฬ');
    if (error === 2) text.splice(at, 0, 'ฬ');
    if (error === 3) text.splice(at, 2, next, letter);
    return text.join('');
  });
  return fc.sample(misspelt, { numRuns: generated(240), seed: 54 }).filter((text) => soughtIn(text).runs.length > 0);
}

describe('a search across all agencies', () => {
  it('finds, counts and ranks by its index what reading all words does, misspelt or not', async () => {
    const texts = [...queries.map(([, text]) => text), 'รถ', 'no', 'ก', ...(await textsOfRecords())];
    let hits = 0;
    let bounded = 0;
    for (const text of texts) {
      const byIndex = await found(text, true);
      if (byIndex.some(({ complete }) => !complete)) {
        bounded += 1;
        continue;
      }
      hits += byIndex.length;
      expect([text, byIndex]).toEqual([text, await found(text, false)]);
    }
    console.info(
      `${texts.length} texts, ${hits} hits by the index as by reading all words; ${bounded} not all looked at`,
    );
    expect(hits).toBeGreaterThan(texts.length);
    expect(bounded).toBeLessThan(texts.length / 20);
  }, 60_000);

  const named = async (most: number): Promise<{ id: string; complete: boolean }[]> =>
    (await centre.query(`SELECT * FROM app.sought_in_city($1, $2, NULL, 1)`, [`'#กา':*`, most])).rows;

  it('looks at no more records than it says, and says where there are others', async () => {
    const all = await named(1_000_000);
    expect(new Set(all.map(({ complete }) => complete))).toEqual(new Set([true]));
    const some = await named(10);
    expect(some).toEqual(some.map(({ id }) => ({ id, complete: false })));
    expect(some).toHaveLength(10);
    const ids = new Set(all.map(({ id }) => id));
    expect(some.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('names nothing to an agency or to nobody, and nothing beneath the floor of a city role', async () => {
    const hidden = await asSuperuser<{ id: string; disclosure: number }>(
      database.superuser,
      'SELECT id, disclosure::int AS disclosure FROM "SearchText"',
    );
    const disclosure = new Map(hidden.map((row) => [row.id, row.disclosure]));
    const leastNamed = async (settings: Readonly<Record<string, string>>): Promise<number> => {
      await centre.query('BEGIN');
      for (const [name, value] of Object.entries(settings))
        await centre.query('SELECT set_config($1, $2, true)', [name, value]);
      const rows = await named(1_000_000);
      await centre.query('ROLLBACK');
      return Math.min(...rows.map(({ id }) => disclosure.get(id) ?? -1));
    };
    const [agency] = await asSuperuser<{ id: string }>(
      database.superuser,
      `SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`,
    );
    expect(Math.min(...disclosure.values())).toBe(0);
    expect(await leastNamed({ 'app.floor': '1' })).toBe(1);
    expect(await leastNamed({ 'app.floor': '2' })).toBe(2);
    expect(await leastNamed({ 'app.floor': '', 'app.agency': agency?.id ?? '' })).toBe(Number.POSITIVE_INFINITY);
    expect(await leastNamed({ 'app.floor': '' })).toBe(Number.POSITIVE_INFINITY);
  });
});
