import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printedSchema } from '@registry/schema/print.ts';
import { schema } from '@registry/schema/schema.ts';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  specifiedScalarTypes,
} from 'graphql';

const file = new URL('../../packages/schema/schema.graphql', import.meta.url);

describe('the schema', () => {
  it('is the checked-in packages/schema/schema.graphql: run `npm run schema`, review the difference and tell users of the API in CHANGELOG.md when it is not', () => {
    expect(printedSchema(schema)).toBe(readFileSync(file, 'utf8'));
  });

  it('describes every type, field, argument, input and enum value, in Thai and English', () => {
    const bare: string[] = [];
    let described = 0;
    const check = (path: string, description: string | null | undefined) => {
      described += 1;
      if (!/[ก-๙]/.test(description ?? '') || !/[A-Za-z]{2}/.test(description ?? '')) bare.push(path);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || specifiedScalarTypes.some(({ name }) => name === type.name)) continue;
      check(type.name, type.description);
      if (isEnumType(type))
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field.description);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field.description);
          for (const argument of field.args)
            check(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
      }
    }
    console.info(`${described} descriptions`);
    expect(bare).toEqual([]);
  });
});
