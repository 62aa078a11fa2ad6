import { models } from '@registry/prisma/generated/model.ts';
import { beforeBuild } from '../before-build.ts';
import { builder } from '../builder.ts';
import { type DeclaredOrder, declaredOrders, NullsOrder, SortDirection } from './inputs.ts';
import { shownFields } from './shown-fields.ts';

/** What people compare by its value: numbers, amounts, dates and states. Texts are named where they are worth an order. */
const COMPARED = new Set(['Int', 'Decimal', 'DateTime', 'Enum']);

/** The columns that records show and that can be compared, with what they are called. */
function comparedColumns(type: string): [string, string][] {
  return shownFields(type).flatMap(({ name, column, description }): [string, string][] => {
    const facts = column ? models[type]?.columns[name] : undefined;
    return facts && !facts.isList && COMPARED.has(facts.type) ? [[name, description]] : [];
  });
}

function implement(type: string, { ref, name, subject, given }: DeclaredOrder): void {
  const columns = Object.fromEntries([...comparedColumns(type), ...Object.entries(given)]);
  const field = builder.enumType(`${name}Field`, {
    description: `ข้อมูลที่ใช้เรียง${subject.th} · What ${subject.en} can be ordered by.`,
    values: Object.fromEntries(
      Object.entries(columns).map(([column, description]) => [column, { value: column, description }]),
    ),
  });
  ref.implement({
    description: `ลำดับของ${subject.th} · Order of ${subject.en}.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'เรียงตาม · What to order by.' }),
      direction: t.field({
        type: SortDirection,
        required: true,
        defaultValue: 'asc',
        description: 'ทิศทาง · Direction.',
      }),
      nulls: t.field({
        type: NullsOrder,
        description:
          'ตำแหน่งของรายการที่ไม่มีค่า หากไม่ระบุให้อยู่ท้าย · Where records without a value stand; after all others unless it is given.',
      }),
    }),
  });
}

beforeBuild(() => {
  for (const [type, order] of declaredOrders) implement(type, order);
});
