import type { Message } from '@registry/schema/base/message.logic.ts';
import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import type { Dataset, Meaning } from './dataset.ts';
import { datasets } from './datasets.ts';

/** Where open data is served to everybody. */
export const OPEN_DATA_PATH = '/open-data';

const bilingual = ({ th, en }: Message): string => `${th} · ${en}`;

/** What a column means, and, where it has one of a few values, what each of them does. */
function documented(schema: GraphQLSchema, means: Meaning) {
  if (typeof means !== 'string') return { description: bilingual(means) };
  const [typeName = '', fieldName = ''] = means.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  // A column that nothing describes is a mistake of ours: whoever asks for the catalogue first notices it, and a test does.
  if (!field?.description) throw new Error(`The API describes no ${means}.`);
  const shown = getNamedType(field.type);
  if (!isEnumType(shown)) return { description: field.description };
  const values = shown.getValues();
  return {
    description: field.description,
    constraints: { enum: values.map(({ name }) => name) },
    values: Object.fromEntries(values.map(({ name, description }) => [name, description])),
  };
}

const formats = [
  { path: '.csv', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
  { path: '.json', format: 'json', mediatype: 'application/json', encoding: 'utf-8' },
];

const resourcesOf = (schema: GraphQLSchema, { name, title, description, columns }: Dataset) => {
  const fields = Object.entries(columns).map(([column, { type, means }]) => ({
    name: column,
    type: type === 'list' ? 'string' : type,
    ...documented(schema, means),
    ...(type === 'list' && { separator: '; ' }),
  }));
  return formats.map(({ path, ...form }) => ({
    name: `${name}-${form.format}`,
    path: `${OPEN_DATA_PATH}/${name}${path}`,
    profile: 'tabular-data-resource',
    title: bilingual(title),
    description: bilingual(description),
    ...form,
    schema: { fields, missingValues: [''] },
  }));
};

/** What there is of open data, as a Data Package (Frictionless Data), with the meaning of every column in Thai and English. */
export const catalogueOf = (schema: GraphQLSchema, licence: string | undefined): string =>
  JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: 'city-plan-and-risk-registry',
      title: bilingual({
        th: 'ข้อมูลเปิดของทะเบียนแผนและความเสี่ยงการทุจริต กรุงเทพมหานคร',
        en: 'Open data of the plan and corruption-risk registry of the Bangkok Metropolitan Administration',
      }),
      description: bilingual({
        th: 'ตารางของสิ่งที่หน่วยงานเผยแพร่แล้วเท่านั้น หนึ่งแถวหนึ่งรายการ เพิ่ม ?bom=1 ท้ายที่อยู่ .csv เมื่อเปิดด้วย Excel ปีงบประมาณเป็น พ.ศ. จำนวนเงินเป็นบาท แถวที่ isSample เป็น true เป็นข้อมูลสมมุติ',
        en: 'Tables of what agencies have published, and of nothing else. Add ?bom=1 to an address of CSV for Excel. Fiscal years are of the Buddhist era, amounts in baht and exact. Rows where isSample is true are synthetic. In CSV a text that begins like a formula has an apostrophe before it, and lists are separated by "; "; in JSON texts stand as they are and lists are arrays.',
      }),
      // The licence is the city's to give: none is claimed where none was set.
      licenses: licence ? [{ path: licence }] : [],
      resources: datasets.flatMap((dataset) => resourcesOf(schema, dataset)),
    },
    null,
    2,
  );
