import type { Message } from '../base/message.logic.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import type { Where } from '../graphql/filters/where.logic.ts';

export type CountedList =
  | 'agencies'
  | 'budgetLines'
  | 'delegationOrders'
  | 'findings'
  | 'mitigations'
  | 'projects'
  | 'risks';

/** Rows that were counted together, and how to list them. */
export type Counted = {
  readonly key: string;
  readonly name: Message;
  readonly count: number;
  readonly list: CountedList;
  readonly where: Where;
};

const CountedListEnum = enumOf<CountedList>(
  'CountedList',
  'รายการที่แสดงสิ่งที่นับไว้ ใช้ชื่อเดียวกับที่ใช้ถาม · The list that shows what was counted, by the name of its field of Query.',
  {
    agencies: 'หน่วยงาน · Agencies.',
    budgetLines: 'รายการงบประมาณ · Budget lines.',
    delegationOrders: 'คำสั่งมอบอำนาจ · Delegation orders.',
    findings: 'ข้อสังเกต · Findings.',
    mitigations: 'มาตรการจัดการความเสี่ยง · Mitigations.',
    projects: 'โครงการ · Projects.',
    risks: 'ความเสี่ยง · Risks.',
  },
);

/** What a `where` costs: the conditions that say which agencies count, and those of a cell. */
const OBJECTS_OF_WHERE = 80;

/** The condition that lists the rows of a figure. */
export const whereField = {
  type: 'JSON' as const,
  weight: OBJECTS_OF_WHERE,
  description:
    'เงื่อนไขที่แสดงรายการที่นับไว้ครบถ้วน ส่งเป็น `where` ของรายการนั้นได้ตามเดิม · The condition that lists exactly the rows that were counted: give it to their list as `where`.',
};

export const CountedRows = builder.objectRef<Counted>('CountedRows').implement({
  description:
    'จำนวนในช่องหนึ่งของภาพรวม พร้อมเงื่อนไขที่แสดงรายการ · A number of one cell of the centre’s figures, with the condition that lists its rows.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'รหัสของช่อง เช่น ระดับความเสี่ยง · Key of the cell, such as a level.' }),
    nameTh: t.string({ description: 'ชื่อภาษาไทย · Name in Thai.', resolve: ({ name }) => name.th }),
    nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Name in English.', resolve: ({ name }) => name.en }),
    count: t.exposeInt('count', { description: 'จำนวน · How many.' }),
    list: t.expose('list', { type: CountedListEnum, description: 'รายการที่แสดงได้ · The list that shows them.' }),
    where: t.expose('where', whereField),
  }),
});
