import { groupObject } from './group-object.ts';
import { type GroupKey, type Keyed, nested, textIn } from './key.ts';

const GroupAgency = groupObject<Keyed>('GroupAgency').implement({
  description: 'หน่วยงานของกลุ่ม · The agency that the rows of a group belong to.',
  fields: (t) => ({
    code: t.string({ description: 'รหัสหน่วยงาน · Code of the agency.', resolve: (keyed) => textIn(keyed) ?? '' }),
    nameTh: t.string({ description: 'ชื่อภาษาไทย · Thai name.', resolve: ({ titles }) => titles[0] ?? '' }),
    nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ · English name.', resolve: ({ titles }) => titles[1] ?? '' }),
  }),
});

/** The agency at the end of a path; in the order of the codes. */
export const agencyKey = (path: readonly string[]): GroupKey => ({
  description: 'หน่วยงาน · The agency.',
  source: {
    kind: 'COLUMN',
    path: [...path, 'code'],
    titles: [
      [...path, 'nameTh'],
      [...path, 'nameEn'],
    ],
  },
  field: (t, name, description) =>
    t.field({ type: GroupAgency, nullable: true, description, resolve: (keys) => keys[name] ?? null }),
  label: ({ value, titles: [th, en] }) => ({ th: th ?? String(value), en: en ?? String(value) }),
  where: (eq) => nested([...path, 'code'], { eq }),
});
