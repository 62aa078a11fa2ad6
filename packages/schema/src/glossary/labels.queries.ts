import { type ErrorMeaning, errorMeanings } from '../base/error-meanings.logic.ts';
import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { type EnumLabel, enumLabels } from './enum-labels.ts';

const EnumLabelType = builder.objectRef<EnumLabel>('EnumLabel').implement({
  description: 'ชื่อที่คนใช้เรียกค่าหนึ่งของรายการค่า · What people call a value of an enum. Anybody may read it.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'ค่าสำหรับโปรแกรม · The value, as the API has it.' }),
    th: t.exposeString('th', { description: 'ชื่อภาษาไทย · Its name in Thai.' }),
    en: t.exposeString('en', { description: 'ชื่อภาษาอังกฤษ · Its name in English.' }),
  }),
});

const Again = enumOf<ErrorMeaning['again']>('Again', 'ส่งคำขอเดิมอีกได้เมื่อใด · When the same request may be sent again.', {
  MENDED: 'หลังแก้คำขอ · Once it is mended: as it is, it would be refused again.',
  LATER: 'หลังรอตามเวลาที่ระบบแจ้ง · After waiting as long as Retry-After says.',
  ONCE_READ: 'หลังอ่านข้อมูลล่าสุด · Once the record is read anew.',
  SIGNED_IN: 'หลังลงชื่อเข้าใช้ใหม่ · Once signed in anew.',
});

type Told = ErrorMeaning & { readonly code: string };

const ErrorCodeType = builder.objectRef<Told>('ErrorCode').implement({
  description: 'รหัสข้อผิดพลาดหนึ่งรหัส · A code of errors, as `extensions.code` has it. Anybody may read it.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัส · The code.' }),
    th: t.exposeString('th', { description: 'ความหมายภาษาไทย · What it says, in Thai.' }),
    en: t.exposeString('en', { description: 'ความหมายภาษาอังกฤษ · What it says, in English.' }),
    status: t.exposeInt('status', {
      description:
        'สถานะ HTTP เมื่อปฏิเสธทั้งคำขอ · Status of HTTP where a request is refused as a whole; what is refused of a part comes within a 200.',
    }),
    retry: t.field({
      type: Again,
      description: 'ส่งคำขอเดิมอีกได้เมื่อใด · When the same request may be sent again.',
      resolve: ({ again }) => again,
    }),
  }),
});

const told = Object.entries(errorMeanings).map(([code, meaning]): Told => ({ code, ...meaning }));

builder.queryFields((t) => ({
  labels: t.field({
    type: [EnumLabelType],
    listSize: most.valuesOfEnum,
    description:
      'ชื่อที่คนใช้เรียกทุกค่าของรายการค่าหนึ่ง ตามลำดับของรายการ · What people call the values of an enum, in its order, for menus and tables of front ends. Anybody may ask. Errors: INVALID_INPUT, which names near enums where there is none of that name.',
    args: {
      enum: t.arg.string({
        required: true,
        description: 'ชื่อรายการค่า เช่น RiskLevel · Name of the enum, for example RiskLevel.',
      }),
    },
    resolve: (_root, { enum: name }, _context, { schema }) => enumLabels(schema, givenText('enum', name)),
  }),
  errorCodes: t.field({
    type: [ErrorCodeType],
    listSize: told.length,
    description: 'รหัสข้อผิดพลาดทั้งหมด · Every code of errors. Anybody may ask.',
    resolve: () => told,
  }),
}));
