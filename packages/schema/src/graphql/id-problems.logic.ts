import type { FieldProblem } from '../base/message.logic.ts';

export const malformedId = (field: string): FieldProblem => ({
  field,
  message: { th: 'รหัสอ้างอิง (id) ไม่ถูกต้อง', en: 'The id is malformed: use one that the registry returned.' },
});

/** Said of an id where one of another type of records was to be given. */
export const ofAnotherType = (
  field: string,
  accepts: readonly string[],
  typename: string,
  labelOf: (type: string) => string,
): FieldProblem => ({
  field,
  message: {
    th: `ต้องเป็นรหัสอ้างอิงของ${accepts.map(labelOf).join('หรือ')} ไม่ใช่ของ${labelOf(typename)}`,
    en: `Give the id of a ${accepts.join(' or ')}, not of a ${typename}.`,
  },
});
