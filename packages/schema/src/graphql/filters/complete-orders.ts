import { models } from '@registry/prisma/generated/model.ts';
import { beforeBuild } from '../before-build.ts';
import { builder } from '../builder.ts';
import { type DeclaredOrder, declaredOrders, orderFields } from './inputs.ts';
import { shownFields } from './shown-fields.ts';

/** What people compare by its value: numbers, amounts, dates and states. Texts are named where they are worth an order. */
const COMPARED = new Set(['Int', 'Decimal', 'DateTime', 'Enum']);

/** What counts changes, or says where a record came from, is worth no order. */
const UNORDERED = new Set(['version', 'origin']);

/** The columns that records show and that can be compared, with what they are called. */
function comparedColumns(type: string): [string, string][] {
  return shownFields(type).flatMap(({ name, column, description }): [string, string][] => {
    const facts = column ? models[type]?.columns[name] : undefined;
    return facts && !facts.isList && !UNORDERED.has(name) && COMPARED.has(facts.type) ? [[name, description]] : [];
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
    fields: (t) => orderFields(t, field, 'รายการ', 'records'),
  });
}

beforeBuild(() => {
  for (const [type, order] of declaredOrders) implement(type, order);
});
