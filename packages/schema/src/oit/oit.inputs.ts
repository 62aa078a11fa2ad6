import { atVersion } from '../graphql/inputs/at-version.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { OitItem } from './oit-item.type.ts';

/** The item of an act, at the version at which the client saw it. */
export const oitItemAtVersion = (t: InputFieldBuilder) => ({
  oitItemId: t.globalID({ for: OitItem, required: true, description: 'ข้อ OIT ของหน่วยงาน · The item of the agency.' }),
  ...atVersion(t, 'item'),
});
