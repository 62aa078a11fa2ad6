import { type ErrorCode, invalidInput, RegistryError } from '../../base/errors.ts';
import { builder } from '../builder.ts';
import { PROBLEMS_SHOWN_MAX } from '../limits.ts';

/** Why one item of a bulk request was not done, as plain data. */
export type Failure = {
  readonly code: ErrorCode;
  readonly th: string;
  readonly en: string;
  readonly fields: RegistryError['fields'];
  readonly status: string | null;
};

const FieldProblem = builder.objectRef<RegistryError['fields'][number]>('FieldProblem').implement({
  description: 'ข้อมูลที่ผิดหนึ่งช่อง · One input field that is wrong.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'ช่องที่ผิด · The field, by its path in the input.' }),
    messageTh: t.string({ description: 'เหตุผลภาษาไทย · Why, in Thai.', resolve: ({ message }) => message.th }),
    messageEn: t.string({ description: 'เหตุผลภาษาอังกฤษ · Why, in English.', resolve: ({ message }) => message.en }),
  }),
});

export const ItemError = builder.objectRef<Failure>('ItemError').implement({
  description: 'เหตุที่รายการหนึ่งไม่สำเร็จ · Why one item of a bulk request was not done.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัสข้อผิดพลาด · Code, as in `extensions.code`.' }),
    status: t.exposeString('status', {
      nullable: true,
      description:
        'สถานะของรายการ เมื่อทำไม่ได้ในสถานะนั้น · Status of the record, with ILLEGAL_TRANSITION, as in `extensions.status`.',
    }),
    messageTh: t.exposeString('th', { description: 'ข้อความภาษาไทย · Sentence in Thai.' }),
    messageEn: t.exposeString('en', { description: 'ข้อความภาษาอังกฤษ · Sentence in English.' }),
    fields: t.field({
      type: [FieldProblem],
      listSize: PROBLEMS_SHOWN_MAX,
      description: 'ช่องที่ผิด (ไม่เกิน 50 ช่อง) · The fields that are wrong, at most 50 of them.',
      resolve: ({ fields }) => [...fields],
    }),
  }),
});

export const failureOf = ({ code, text, fields, details }: RegistryError): Failure => ({
  code,
  th: text.th,
  en: text.en,
  fields: fields.slice(0, PROBLEMS_SHOWN_MAX),
  status: details.status ?? null,
});

/** One error for all wrong items, with every field named by its place in the request. */
export function refusalOf(errors: readonly { index: number; error: Failure }[]): RegistryError {
  const fields = errors.flatMap(({ index, error }) =>
    error.fields.length > 0
      ? error.fields.map(({ field, message }) => ({ field: `items[${index}].${field}`, message }))
      : [{ field: `items[${index}]`, message: { th: error.th, en: error.en } }],
  );
  const codes = new Set(errors.map(({ error }) => error.code));
  const [code] = codes;
  return codes.size === 1 && code
    ? new RegistryError(code, invalidInput(...fields).text, fields)
    : invalidInput(...fields);
}
