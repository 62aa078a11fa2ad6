import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { declaredActs } from '@registry/schema/graphql/acts/declared-acts.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isEnumType } from 'graphql';
import { requireDeclared } from '../kit/declared-codes.ts';
import { mutationForms } from '../kit/mutation-walk.ts';
import { everyMutation, idTypesOf, isNeeded } from '../kit/sample-input.ts';

const project = new URL('../..', import.meta.url).pathname;
const root = join(project, 'packages/schema/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Acts that stand at the top of a file; those of the life cycle are made for each kind of record, inside functions. */
const actsIn = (file: string): string[] =>
  [...textOf(file).matchAll(/^act(?:OfAnybody)?\(\{\s*name: '(\w+)'/gm)].map(([, name = '']) => name);

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const refused = (name: string, code: string) => ({ data: null, errors: [{ path: [name], extensions: { code } }] });

describe('the acts', () => {
  it('are all the mutations there are', () => {
    const mutations = Object.keys(unguardedSchema.getMutationType()?.getFields() ?? {});
    console.info(`${mutations.length} mutations, each declared with who may do it and how it is refused`);
    expect([...declaredActs.keys()].sort()).toEqual(mutations.sort());
  });

  it('stand each in a file of its own, which is named by the act', () => {
    const wrong = files.flatMap((file) => {
      const [inFolder, names] = [/\/mutations\//.test(file), actsIn(file)];
      if (!inFolder) return names.map((name) => `${name} stands in ${file}`);
      return names.length === 1 && `${kebab(names[0] ?? '')}.ts` === basename(file) ? [] : [`${file} holds ${names}`];
    });
    expect(wrong).toEqual([]);
  });

  it('return payloads that stand in files of payloads', () => {
    const elsewhere = files
      .filter((file) => !file.endsWith('.payload.ts') && !file.startsWith('graphql/'))
      .filter((file) => /objectRef<[^(]*\(\s*'\w+Payload'/.test(textOf(file)));
    expect(elsewhere).toEqual([]);
  });

  it('are described by a person where a command wrote them', () => {
    const folders = ['packages/schema/src', 'packages/seed/src/sample', 'prisma/schema'];
    const left = folders.flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|prisma)$/.test(file))
        .map((file) => `${folder}/${file}`)
        .filter((file) => readFileSync(join(project, file), 'utf8').includes('To be described')),
    );
    expect(left.map((file) => `${file}: say what it is in place of "To be described"`)).toEqual([]);
  });

  it('that are given an id say that it may be of nothing that the viewer sees', () => {
    const silent = mutationForms()
      .filter(({ slots }) => slots.length > 0)
      .filter(({ name }) => !declaredActs.get(name)?.codes.includes('NOT_FOUND'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('are asked about beforehand, each on the type of record that its input names', () => {
    const asked = unguardedSchema.getType('Act');
    const singles = [...declaredActs].filter(([, { manyOf }]) => manyOf === null);
    expect(isEnumType(asked) && asked.getValues().map(({ name }) => name)).toEqual(
      singles.map(([name]) => name).sort(),
    );
    const wrong = singles.flatMap(([name, { on }]) => {
      const input =
        everyMutation()
          .find((each) => each.name === name)
          ?.input.getFields() ?? {};
      const named = Object.values(input)
        .filter(isNeeded)
        .flatMap((field) => idTypesOf(field) ?? []);
      if ('expectedVersion' in input && !named.includes(on.on ?? ''))
        return [`${name} is done on ${named}, not on ${on.on}`];
      if (named.length > 0 && on.on === null) return [`${name} names ${named}: say which it is done on`];
      return on.on === null || unguardedSchema.getType(on.on) ? [] : [`${name}: there is no type ${on.on}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are held to the codes that they declare wherever the suite does them', () => {
    expect(() => requireDeclared(refused('addFramework', 'NOT_FOUND'))).toThrow(/addFramework answered NOT_FOUND/);
    expect(() => requireDeclared(refused('addFramework', 'CONFLICT'))).not.toThrow();
    const data = { addUnits: { results: [{ error: { code: 'ILLEGAL_TRANSITION' } }] } };
    expect(() => requireDeclared({ data, errors: [] })).toThrow(/addUnits answered ILLEGAL_TRANSITION/);
  });
});
