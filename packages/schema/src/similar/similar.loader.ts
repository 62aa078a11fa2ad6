import { valueLoader } from '../graphql/loader.ts';
import { readSimilar, type Similar } from '../tenancy/similar-read.ts';
import type { ComparedRecord } from '../tenancy/sql-builder/compile-similar.ts';

/** What has less in common is not called similar. */
export const SCORE_MIN = 0.3;

type Asked = { readonly id: string; readonly first: number };

/** The records most like each record of a tick, whatever their number, in one statement. */
const similarTo = (record: ComparedRecord) =>
  valueLoader<Asked, readonly Similar[], string>(
    async (context, asked) => {
      const found = await readSimilar(context, {
        record,
        ids: asked.map(({ id }) => id),
        first: Math.max(...asked.map(({ first }) => first)),
        minScore: SCORE_MIN,
      });
      return asked.map(({ id, first }) => found.filter(({ of }) => of === id).slice(0, first));
    },
    ({ id, first }) => `${id} ${first}`,
  );

export const similarToRisk = similarTo({ model: 'Risk', continues: 'carriedFromId', kinds: ['RISK', 'LIBRARY_RISK'] });
export const similarToProject = similarTo({ model: 'Project', continues: 'copiedFromId', kinds: ['PROJECT'] });
