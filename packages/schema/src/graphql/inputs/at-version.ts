import type { InputFieldBuilder } from './input-field-builder.ts';

/** The version at which the client saw the record, or the record with all its parts. */
export const atVersion = (t: InputFieldBuilder, record: string, { withParts = false } = {}) => ({
  expectedVersion: t.int({
    required: true,
    description: `รุ่นที่ผู้ใช้เห็น · \`version\` of the ${record} as the user saw it; CONFLICT when it${withParts ? ', or any part of it,' : ''} has changed since.`,
  }),
});
