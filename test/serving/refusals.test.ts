import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const admin = 'sample-1-agency-admin';
const addUnit = 'mutation ($input: AddUnitInput!) { addUnit(input: $input) { unit { id version } } }';

describe('a refusal', () => {
  it('speaks one language throughout, the sentence and what is wrong with each field', async () => {
    const input = { code: ' ', nameTh: ' ' };
    const ask = async (language: string) =>
      (await registry.as(admin)(addUnit, { input }, { 'accept-language': language })).errors[0];
    const [th, en] = [await ask('th'), await ask('en')];
    for (const error of [th, en])
      expect(error?.extensions.fields.map(({ field }: { field: string }) => field)).toEqual(['code', 'nameTh']);
    const messages = (error: typeof th): string[] =>
      error?.extensions.fields.map((each: { message: string }) => each.message);
    for (const message of messages(en)) expect(message).not.toMatch(/[\u0e00-\u0e7f]/);
    for (const message of messages(th)) expect(message).toMatch(/[\u0e00-\u0e7f]/);
    for (const message of [...messages(th), ...messages(en)]) expect(message).not.toContain(' · ');
    expect([th?.message, en?.message]).toEqual([messages(th).join(' · '), messages(en).join(' ')]);
  });

  it('names a wrong id and the texts that cannot be kept together', async () => {
    const input = { code: 'X-1', nameTh: 'ก\u202e', parentId: 'no id' };
    const ask = async (language: string) =>
      (await registry.as(admin)(addUnit, { input }, { 'accept-language': language })).errors[0];
    const fieldsOf = (fields: { field: string }[]) => fields.map(({ field }) => field);
    const error = await ask('en');
    expect([error?.extensions.code, fieldsOf(error?.extensions.fields)]).toEqual([
      'INVALID_INPUT',
      ['parentId', 'nameTh'],
    ]);
    expect((await ask('th'))?.message).toContain('ชื่อภาษาไทย');
    expect((await ask('th'))?.message).not.toContain('nameTh');
    const many =
      'mutation ($input: AddUnitsInput!) { addUnits(input: $input) { results { error { fields { field } } } } }';
    const items = { items: [input], errorPolicy: 'REJECT_FAILED' };
    const [result] = (await registry.as(admin)(many, { input: items })).data.addUnits.results;
    expect(fieldsOf(result.error.fields)).toEqual(['parentId', 'nameTh']);
  });

  it('of an act for the state of a record tells the state to programs, and in words to people', async () => {
    const [finding] = nodes(
      (
        await registry.as('sample-1-approver')(
          '{ findings(first: 1, where: {state: {eq: OPEN}}) { edges { node { id version } } } }',
        )
      ).data.findings,
    );
    const reopen = (language: string) =>
      registry.as('sample-1-approver')(
        'mutation ($input: ReopenFindingInput!) { reopenFinding(input: $input) { finding { id } } }',
        { input: { findingId: finding.id, expectedVersion: finding.version } },
        { 'accept-language': language },
      );
    for (const language of ['th', 'en']) {
      const { errors } = await reopen(language);
      expect(errors[0]?.extensions).toMatchObject({ code: 'ILLEGAL_TRANSITION', status: 'OPEN' });
      expect(errors[0]?.message).not.toContain('OPEN');
    }
  });
});

describe('an act that removes something', () => {
  it('has a payload with the id of what was removed, in every case', () => {
    const mutations = Object.values(unguardedSchema.getMutationType()?.getFields() ?? {});
    const removing = mutations.filter(({ name }) => /^(remove|discard)/.test(name));
    expect(removing.length).toBeGreaterThan(10);
    for (const { name, type } of removing)
      expect([name, isObjectType(type) && 'removedId' in type.getFields()]).toEqual([name, true]);
  });

  it('returns it, also when it is repeated; an act that shares the payload and removes nothing returns none', async () => {
    const ask = registry.as(admin);
    const { unit } = (await ask(addUnit, { input: { code: 'GONE', nameTh: 'หน่วยที่จะลบ' } })).data.addUnit;
    const remove = 'mutation ($input: RemoveUnitInput!) { removeUnit(input: $input) { removedId agency { code } } }';
    const input = { unitId: unit.id, expectedVersion: unit.version };
    const key = { 'idempotency-key': 'removed-once' };
    const [first, again] = [await ask(remove, { input }, key), await ask(remove, { input }, key)];
    expect(first.data.removeUnit).toEqual({ removedId: unit.id, agency: { code: 'SAMPLE-1' } });
    expect(again.data).toEqual(first.data);
  });
});
