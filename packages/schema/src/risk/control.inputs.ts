import { atVersion } from '../graphql/inputs/at-version.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { Control } from './risk-parts.type.ts';
/** Descriptions of fields that several inputs have. */
export const fieldTexts = {
  textTh: 'การควบคุมภาษาไทย ไม่เกิน 4,000 ตัวอักษร · The control in Thai, at most 4,000 characters.',
  textEn: 'การควบคุมภาษาอังกฤษ · The control in English, at most 4,000 characters.',
  effectiveness: 'ประสิทธิผล · How well it works.',
};

/** Which control, as the user saw it. */
export const controlAtVersion = (t: InputFieldBuilder) => ({
  controlId: t.globalID({ for: Control, required: true, description: 'การควบคุม · The control.' }),
  ...atVersion(t, 'control'),
});
