import { describe, expect, it } from '@jest/globals';
import { datasets } from '@registry/api/open-data/datasets.ts';
import { models } from '@registry/prisma/generated/model.ts';
import { schema } from '@registry/schema/schema.ts';
import { isEnumType } from 'graphql';

/**
 * What agencies publish where the public reads it, and not here (docs/decisions/0058): live records, of which the registry knows the address.
 * Open data are made of what the public reads here, which is editions alone (docs/decisions/0053).
 */
const READ_AT_THE_AGENCY: readonly string[] = [
  'Declaration',
  'Guideline',
  'GuidelineResult',
  'IntegrityActivity',
  'Committee',
  'PublicItem',
  'ItaAssessment',
];

/** What else has a day of publication, and why it is no data set of its own. */
const notTold: Readonly<Record<string, string>> = {
  OitItem: 'the day of what answers the item, which the agency shows in the OIT',
};

describe('what is public', () => {
  it('has its data sets, whichever record an edition is of', () => {
    const kinds = schema.getType('RecordKind');
    const told = new Set(datasets.map(({ kind }) => kind));
    const missing = isEnumType(kinds)
      ? kinds.getValues().filter(({ name }) => ![...told].some((kind) => kind === name))
      : [];
    expect(missing.map(({ name }) => `${name}: a data set in packages/api/src/open-data/datasets`)).toEqual([]);
  });

  it('elsewhere is told by nothing here: every kind with a day of publication has the reason', () => {
    const dated = Object.entries(models).filter(([, { columns }]) => 'publishedOn' in columns);
    const silent = dated
      .map(([name]) => name)
      .filter((name) => !READ_AT_THE_AGENCY.includes(name) && !(name in notTold));
    expect(silent).toEqual([]);
    expect(READ_AT_THE_AGENCY.filter((name) => !('publishedOn' in (models[name]?.columns ?? {})))).toEqual([]);
  });
});
