type Versioned = { readonly version: number; readonly content: { readonly number: number } };

/**
 * The version of a record as clients know it: it covers the record and every part of it (docs/decisions/0020). Both numbers only grow, so
 * that their sum names one state.
 */
export const recordVersion = {
  description:
    'รุ่นของระเบียนรวมทุกส่วนประกอบ สำหรับตรวจการแก้ไขซ้อนกัน · Version of the record with all its parts: it changes whenever any of them does. Send it as `expectedVersion`.',
  select: { version: true, content: { select: { number: true } } },
  resolve: ({ version, content }: Versioned): number => version + content.number,
} as const;
