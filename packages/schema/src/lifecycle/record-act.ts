import type { Types } from '../graphql/builder.ts';
import type { RecordSlice } from './record-slice.ts';

/** What every act on a record may be refused with. */
export const actErrors = 'Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID_INPUT, ILLEGAL_TRANSITION.';

/** The name of a kind as the beginning of a phrase: Thai goes on without a space, but not behind Latin letters. */
export const nameBefore = ({ nameTh }: RecordSlice): string => (/[A-Za-z]$/.test(nameTh) ? `${nameTh} ` : nameTh);

type Fields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, 'InputObject'>;

/** The record of an act, and the version at which whoever acts saw it. */
export const recordAtVersion = ({ ref, nameTh, nameEn }: RecordSlice, t: Fields) => ({
  id: t.globalID({ for: ref, required: true, description: `รหัสของ${nameTh} · The ${nameEn}.` }),
  expectedVersion: t.int({
    required: true,
    description: `รุ่นที่ผู้ใช้เห็น · \`version\` of the ${nameEn} as the user saw it; CONFLICT when it, or any part of it, has changed since.`,
  }),
});
