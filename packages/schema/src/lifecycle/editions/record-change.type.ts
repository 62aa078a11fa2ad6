import { builder } from '../../graphql/builder.ts';
import { enumOf } from '../../graphql/enums.ts';
import type { ContentChange } from './content-changes.logic.ts';

const ChangeKind = enumOf<ContentChange['kind']>('RecordChangeKind', 'ลักษณะการเปลี่ยนแปลง · What happened to an item.', {
  ADDED: 'เพิ่ม · The item is new.',
  REMOVED: 'ตัดออก · The item is gone.',
  CHANGED: 'แก้ไข · A value of the item changed.',
});

export const RecordChange = builder.objectRef<ContentChange>('RecordChange').implement({
  description: 'สิ่งที่เปลี่ยนไปจากฉบับเผยแพร่ · One difference between two contents of a record.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'ลักษณะ · What happened.' }),
    place: t.exposeString('place', {
      description:
        'ตำแหน่ง เช่น risks/R-01/mitigations/… · Where, by codes, numbers or beginnings of texts; empty for the record itself.',
    }),
    itemId: t.exposeString('itemId', {
      nullable: true,
      description: 'รหัสของรายการในเนื้อหา · Id of the item as the content of the edition gives it (a plain UUID).',
    }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'ข้อมูลที่เปลี่ยน · The value that changed; null for whole items.',
    }),
    before: t.exposeString('before', { nullable: true, description: 'เดิม · Before; lists and items as JSON.' }),
    after: t.exposeString('after', { nullable: true, description: 'ใหม่ · After; lists and items as JSON.' }),
  }),
});
