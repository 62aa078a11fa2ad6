import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

const guide = readFileSync(new URL('../../docs/guide-analysts.md', import.meta.url), 'utf8');

type Worked = { readonly title: string; readonly query: string; readonly answer: unknown };

/** The questions of the guide, each with the answer that is written beneath it. */
const worked = guide
  .split('\n## ')
  .slice(1)
  .map((part): Worked => {
    const blockOf = (language: string): string => part.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
    const [title = ''] = part.split('\n');
    return { title, query: blockOf('graphql'), answer: JSON.parse(blockOf('json') || 'null') };
  });

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('the guide for analysts', () => {
  it('works fourteen questions, each said in Thai and English', () => {
    expect(worked).toHaveLength(14);
    for (const { title } of worked) expect(title).toMatch(/^\d+\. .*[ก-๙].* · .*[a-z]/);
  });

  it.each(worked.map((each) => [each.title, each] as const))('answers truly: %s', async (_title, { query, answer }) => {
    // The moment that a question about the past is asked with: after everything that a new registry starts with.
    const { data, errors } = await registry.as('centre')(query, { at: new Date().toISOString() });
    expect(errors).toEqual([]);
    expect(data).toEqual(answer);
    // An answer without rows would show nothing.
    expect(JSON.stringify(data)).toMatch(/"(count|code|orderNo|totalCount)":/);
  });
});
