import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { namesIn } from '@registry/schema/base/meaning.logic.ts';
import { stepsTh } from '@registry/schema/base/not-at-this-status.ts';
import { glossary } from '@registry/schema/glossary/glossary.logic.ts';
import { glossaryPage } from '@registry/schema/glossary/glossary-page.ts';
import { discouragedIn } from '@registry/schema/glossary/term.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { personas } from '@registry/seed/people/personas.ts';
import { type GraphQLEnumType, isEnumType } from 'graphql';
import { roleNameOf } from '../../packages/api/ide/session/persona.ts';

const enums = Object.values(unguardedSchema.getTypeMap()).filter(isEnumType);
const labelOf = (type: GraphQLEnumType, value: string): string => namesIn(type.getValue(value)?.description ?? '').th;

describe('the glossary', () => {
  it('is the checked-in docs/glossary.md: run `npm run schema` when it is not', () => {
    expect(glossaryPage()).toBe(readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8'));
  });

  it('has each concept once, and no word that it discourages elsewhere', () => {
    const concepts = glossary.map(({ concept }) => concept);
    expect(new Set(concepts).size).toBe(concepts.length);
    for (const { word, meaning, source, discouraged } of glossary) {
      expect(discouragedIn(`${word.th} ${meaning.th}`, glossary)).toEqual([]);
      for (const text of [word.th, meaning.th, source.th]) expect(text).toMatch(/[\u0e00-\u0e7f]/);
      for (const text of [word.en, meaning.en, source.en]) expect(text).not.toMatch(/[\u0e00-\u0e7f]/);
      for (const variant of discouraged) expect(discouragedIn(variant, glossary)).toContain(variant);
    }
  });

  it('calls every value of an enum what the enum calls it', () => {
    const ofEnums = glossary.filter(({ concept }) => concept.includes('.'));
    expect(ofEnums.length).toBeGreaterThan(20);
    for (const { concept, word } of ofEnums) {
      const [name = '', value = ''] = concept.split('.');
      const type = enums.find((each) => each.name === name);
      expect([concept, type && labelOf(type, value)]).toEqual([concept, word.th]);
    }
  });
});

describe('a name', () => {
  const role = enums.find(({ name }) => name === 'Role');
  if (!role) throw new Error('There is no enum Role.');

  it('of a role is the same in the schema, the IDE and among the personas', () => {
    for (const { name } of role.getValues()) expect([name, roleNameOf(name).th]).toEqual([name, labelOf(role, name)]);
    for (const persona of personas.filter(({ id }) => id !== 'centre'))
      expect(persona.nameTh.startsWith(`${labelOf(role, persona.role)} `)).toBe(true);
  });

  it('of a status is the same for everything that can have it', () => {
    const labels = new Map<string, Set<string>>();
    for (const type of enums.filter(({ name }) => name.endsWith('Status')))
      for (const { name } of type.getValues())
        labels.set(name, (labels.get(name) ?? new Set()).add(labelOf(type, name)));
    expect(labels.size).toBeGreaterThan(15);
    expect([...labels].filter(([, each]) => each.size > 1)).toEqual([]);
  });

  it('of an act is the same where it is done and where it is refused', () => {
    const act = enums.find(({ name }) => name === 'LifecycleAct');
    if (!act) throw new Error('There is no enum LifecycleAct.');
    for (const { name } of act.getValues())
      expect([name, Reflect.get(stepsTh, name)]).toEqual([name, labelOf(act, name)]);
  });
});
