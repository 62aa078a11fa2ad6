import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namesIn } from '@registry/schema/base/meaning.logic.ts';
import { nearNames } from '@registry/schema/glossary/enum-labels.ts';
import { most } from '@registry/schema/graphql/limits/parts.logic.ts';
import { schema } from '@registry/schema/schema.ts';
import { isEnumType } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
const labelsOf = (name: string) =>
  registry.public('query ($name: String!) { labels(enum: $name) { value th en } }', { name });

describe('the labels of an enum', () => {
  it('are what its descriptions begin with, in both languages, for every value of every enum', async () => {
    for (const type of enums.filter(({ name }) => !name.startsWith('__'))) {
      const { data, errors } = await labelsOf(type.name);
      expect([type.name, errors]).toEqual([type.name, []]);
      const expected = type
        .getValues()
        .map(({ name, description }) => ({ value: name, ...namesIn(description ?? '') }));
      expect(data.labels).toEqual(expected);
      for (const { th, en } of data.labels) expect([type.name, th !== '', en !== '']).toEqual([type.name, true, true]);
      expect(type.getValues().length).toBeLessThanOrEqual(most.valuesOfEnum);
    }
  });

  it('are refused for an enum that is not there, with the names that are near', async () => {
    for (const [asked, near] of [
      ['CurrentRiskLevl', 'CurrentRiskLevel'],
      ['recordstatus', 'RecordStatus'],
    ]) {
      const { errors } = await labelsOf(asked ?? '');
      expect(errors[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'enum', code: 'ENUM_UNKNOWN' }],
      });
      expect(errors[0]?.message).toContain(near);
    }
    expect(nearNames('Risk', ['Role', 'RiskLevel'])).toEqual(['RiskLevel']);
    expect(nearNames('Something', ['Role', 'RiskLevel'])).toEqual([]);
    expect(nearNames('', ['Role'])).toEqual([]);
  });
});

describe('the codes of errors', () => {
  it('are told as data, with their meaning, status and when to send again', async () => {
    const { data } = await registry.public('{ errorCodes { code th en status retry } }');
    expect(data.errorCodes).toContainEqual({
      code: 'CONFLICT',
      th: expect.stringMatching(/[ก-๙]/),
      en: expect.stringMatching(/^Somebody has changed/),
      status: 400,
      retry: 'ONCE_READ',
    });
  });
});
