import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import { type Model, models } from '@registry/prisma/generated/model.ts';
import { crossRecordRelations } from '@registry/schema/tenancy/model.ts';
import type { Scope } from '@registry/schema/tenancy/scope.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { plain } from './plain.ts';
import { delegateOf, keyOf, type Row } from './samples.ts';
import { modelOf } from './source.ts';

/** How many rows of each model are asked where their relations lead. */
const ROWS = 200;

let database: DatabaseCopy;
let pool: Pool;
beforeAll(async () => {
  database = await copyDatabase();
  pool = createPool({ url: database.app, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const keyOfModel = (name: string): readonly string[] => keyOf(modelOf(name));
const selectKey = (name: string): Row => Object.fromEntries(keyOfModel(name).map((column) => [column, true]));
const orderByKey = (name: string): Row[] => keyOfModel(name).map((column) => ({ [column]: 'asc' }));

/** The rows of a model with where each relation leads: the keys of the rows there, and how many there are. */
function everyRelation(name: string, { relations }: Model): Row {
  const within = Object.entries(relations).filter(([relation]) => !crossRecordRelations.has(`${name}.${relation}`));
  const led = within.map(([relation, { model, isList }]) => [
    relation,
    { select: selectKey(model), ...(isList && { orderBy: orderByKey(model) }) },
  ]);
  const counted = Object.entries(relations).flatMap(([relation, { isList }]) => (isList ? [[relation, true]] : []));
  return {
    take: ROWS,
    orderBy: orderByKey(name),
    select: {
      ...selectKey(name),
      ...Object.fromEntries(led),
      ...(counted.length > 0 && { _count: { select: Object.fromEntries(counted) } }),
    },
  };
}

/** Whether a row leads anywhere by a relation. */
const leadsBy = (relation: string) => (row: Row) => {
  const led = row[relation];
  return Array.isArray(led) ? led.length > 0 : led !== null && led !== undefined;
};

it('joins every relation by a foreign key of the database, from whichever side it starts', async () => {
  const columns = (table: string, places: string) =>
    `(SELECT string_agg(attname, ',' ORDER BY rank) FROM unnest(${places}) WITH ORDINALITY AS place(number, rank)
        JOIN pg_attribute ON attrelid = ${table} AND attnum = number)`;
  const keys = await asSuperuser<{ key: string }>(
    database.superuser,
    `SELECT format('%s(%s) %s(%s)', holder.relname, ${columns('conrelid', 'conkey')},
                                    named.relname, ${columns('confrelid', 'confkey')}) AS key
       FROM pg_constraint JOIN pg_class holder ON holder.oid = conrelid JOIN pg_class named ON named.oid = confrelid
      WHERE contype = 'f'`,
  );
  const known = new Set(keys.map(({ key }) => key));
  const unheld = Object.entries(models).flatMap(([name, { relations }]) =>
    Object.entries(relations)
      .filter(([, { model, from, to }]) => {
        const [own, other] = [`${name}(${from})`, `${model}(${to})`];
        return !known.has(`${own} ${other}`) && !known.has(`${other} ${own}`);
      })
      .map(([relation]) => `${name}.${relation}`),
  );
  expect(unheld).toEqual([]);
});

it('leads by every relation where Prisma leads', async () => {
  const [sample] = await asSuperuser<{ id: string }>(
    database.superuser,
    `SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`,
  );
  const scopes: Scope[] = [
    { kind: 'agency', agencyId: sample?.id ?? '' },
    { kind: 'city', floor: 1 },
  ];
  const tenancy = new Tenancy(pool);
  const different: string[] = [];
  const asked = new Set<string>();
  const led = new Set<string>();
  for (const scope of scopes) {
    for (const [name, model] of Object.entries(models)) {
      const read = everyRelation(name, model);
      const ask = (client: object) => delegateOf(client, name).findMany?.(read);
      const theirs = await ask(tenancy.prismaClientFor(scope))?.catch(() => null);
      // What belongs to no scope is read by nobody.
      if (!Array.isArray(theirs)) continue;
      const ours = await ask(tenancy.dbFor(scope));
      for (const relation of Object.keys(model.relations)) {
        const shown = (rows: unknown) =>
          JSON.stringify(plain(rows), (key, value) => (key in model.relations && key !== relation ? undefined : value));
        asked.add(`${name}.${relation}`);
        if (theirs.some(leadsBy(relation))) led.add(`${name}.${relation}`);
        if (shown(ours) !== shown(theirs)) different.push(`${JSON.stringify(scope)}: ${name}.${relation}`);
      }
    }
  }
  console.info(
    [
      `${asked.size} relations, of which ${led.size} lead somewhere`,
      `nowhere: ${[...asked].filter((each) => !led.has(each)).join(', ')}`,
    ].join('\n'),
  );
  expect(different).toEqual([]);
});
