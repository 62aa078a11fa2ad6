import { describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { copies, MADE_HERE, NEW_ROW } from './carried-columns.ts';

describe('what goes on in another year', () => {
  it('is every column and list of the model, or stands with the reason why not', () => {
    for (const [act, byModel] of Object.entries(copies)) {
      for (const [name, { columns, lists, carriedLists }] of Object.entries(byModel)) {
        const model = models[name];
        const known = Object.keys(model?.columns ?? {});
        const unknown = Object.keys(columns).filter(
          (column) => !known.includes(column) && !(column in NEW_ROW) && !(column in MADE_HERE),
        );
        expect([act, name, unknown]).toEqual([act, name, []]);
        const allLists = Object.entries(model?.relations ?? {}).flatMap(([relation, { isList }]) =>
          isList ? [relation] : [],
        );
        expect([act, name, [...carriedLists, ...Object.keys(lists)].sort()]).toEqual([act, name, allLists.sort()]);
      }
    }
  });
});
