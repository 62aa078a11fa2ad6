import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';

/** Letters of the name of a front end, and of a document. */
export const CLIENT_MAX = 100;
export const DOCUMENT_MAX = 20_000;

/** The front end whose documents they are. */
export const clientField = (t: InputFieldBuilder) =>
  t.string({
    required: true,
    description: 'ชื่อโปรแกรมหน้าบ้าน ไม่เกิน 100 ตัวอักษร · Name of the front end, at most 100 characters.',
  });
