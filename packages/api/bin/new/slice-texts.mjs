import { UNSAID } from './files.mjs';

export const typeText = ({ slice, model }) => `import { AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { orderInput, StringFilter, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';

export const ${model} = builder.prismaNode('${model}', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns it.' }),
    titleTh: t.exposeString('titleTh'),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const ${model}Connection = builder.connectionObject({ type: ${model}, name: '${model}Connection' });

const subject = {
  th: 'โปรดเขียนคำอธิบาย',
  en: 'To be described',
};

export const ${model}Where = whereInput('${model}Where', subject, { agency: AgencyWhere, titleTh: StringFilter });

export const ${model}Order = orderInput('${model}Order', subject, { updatedAt: 'แก้ไขล่าสุด · Last change.' });

export const ${slice}List: ListPolicy = {
  model: '${model}',
  shape: shapeOf('${model}'),
  defaultOrder: { updatedAt: 'desc' },
};
`;

export const actText = ({ slice, model }) => `import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { ${model}Payload } from '../${slice}.payload.ts';

const Add${model}Input = builder.inputType('Add${model}Input', {
  description: '${UNSAID}.',
  fields: (t) => ({
    titleTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
  }),
});

act({
  name: 'add${model}',
  description: '${UNSAID}.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: {},
  input: Add${model}Input,
  payload: ${model}Payload,
  work: async (input, { db, agencyId }) => {
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    check.refuse();
    return db.${slice}.create({ data: { agencyId, titleTh }, select: { id: true } });
  },
});
`;

export const testOfAdding = ({
  slice,
  model,
  plural,
}) => `import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('add${model}', () => {
  it('adds a record that its agency sees, and no other', async () => {
    const editor = registry.person('sample-1-editor');
    const list = '{ ${plural}(first: 1) { totalCount } }';
    const countFor = async (persona: string) => (await registry.as(persona)(list)).data.${plural}.totalCount;
    const [own, others] = [await countFor('sample-1-editor'), await countFor('sample-2-editor')];
    const { ${slice} } = await editor.does('add${model}', { titleTh: 'ทดสอบ' }, '${slice} { id titleTh version }');
    expect(${slice}).toMatchObject({ titleTh: 'ทดสอบ', version: 1 });
    expect([await countFor('sample-1-editor'), await countFor('sample-2-editor')]).toEqual([own + 1, others]);
    throw new Error('Say here what add${model} writes besides, and expect it.');
  });

  it('is refused to those who do not write records, and nothing changes', async () => {
    const refused = await registry.person('sample-1-viewer').isRefused('add${model}', { titleTh: 'ทดสอบ' });
    expect(refused[0]).toBe('FORBIDDEN');
  });
});
`;
