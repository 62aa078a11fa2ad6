import { encodeGlobalId } from '../global-id.logic.ts';
import { groupObject } from './group-object.ts';
import { type GroupKey, type Keyed, nested, textIn } from './key.ts';

type GroupRecord = { readonly id: string; readonly titles: Keyed['titles'] };

const GroupRecordRef = groupObject<GroupRecord>('GroupRecord').implement({
  description:
    'ส่วนราชการหรือตำแหน่งของกลุ่ม · The unit or position that the rows of a group have in common; whoever may list the rows may see it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'รหัสอ้างอิง · Its id, for `node` and for filters.' }),
    nameTh: t.string({ description: 'ชื่อภาษาไทย · Thai name.', resolve: ({ titles }) => titles[0] ?? '' }),
    nameEn: t.string({
      nullable: true,
      description: 'ชื่อภาษาอังกฤษ · English name, where one is known.',
      resolve: ({ titles }) => titles[1] ?? null,
    }),
  }),
});

/** A record that rows lead to by one relation, told by its id: what other agencies call by the same code or name is another group. */
const recordKey = (
  type: string,
  names: readonly [string, string],
  relation: string,
  description: string,
): GroupKey => ({
  description,
  source: { kind: 'COLUMN', path: [relation, 'id'], titles: names.map((name) => [relation, name]) },
  field: (t, key, text) =>
    t.field({
      type: GroupRecordRef,
      nullable: true,
      description: text,
      resolve: ({ [key]: keyed }) => {
        const id = keyed && textIn(keyed);
        return id ? { id: encodeGlobalId(type, id), titles: keyed.titles } : null;
      },
    }),
  label: ({ value, titles: [th, en] }) => ({ th: th ?? String(value), en: en ?? th ?? String(value) }),
  where: (value) => nested([relation, 'id'], { eq: value === null ? null : encodeGlobalId(type, value) }),
});

export const unitKey = (relation: string, description: string): GroupKey =>
  recordKey('Unit', ['nameTh', 'nameEn'], relation, description);

export const positionKey = (relation: string, description: string): GroupKey =>
  recordKey('Position', ['titleTh', 'titleEn'], relation, description);
