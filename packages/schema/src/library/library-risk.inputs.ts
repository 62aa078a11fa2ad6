import { builder } from '../graphql/builder.ts';
import { type Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { MitigationStrategy } from '../risk/risk.enums.ts';

export const CODE_MAX = 40;
/** There are so many types of corruption. */
export const TYPES_MAX = 11;
const MEASURES_MAX = most.measuresOfLibraryRisk;

type MeasureDraft = {
  readonly measureTh: string;
  readonly measureEn?: string | null;
  readonly strategy: 'TREAT' | 'TRANSFER' | 'TAKE' | 'TERMINATE';
};

export const LibraryMeasureInput = builder.inputRef<MeasureDraft>('LibraryMeasureInput').implement({
  description: 'มาตรการที่แนะนำ · A suggested measure.',
  fields: (t) => ({
    measureTh: t.string({
      required: true,
      description: 'มาตรการภาษาไทย (ไม่เกิน 4,000 ตัวอักษร) · The measure in Thai, at most 4,000 characters.',
    }),
    measureEn: t.string({ description: 'มาตรการภาษาอังกฤษ · The measure in English.' }),
    strategy: t.field({ type: MitigationStrategy, required: true, description: 'กลยุทธ์ 4T · Strategy (4T).' }),
  }),
});

/** The suggested measures as they are to be kept, in the order in which they are given; undefined when an edit leaves them out. */
export function checkedMeasures(check: Check, measures: readonly MeasureDraft[] | null | undefined) {
  return check.list('measures', measures, MEASURES_MAX)?.map(({ measureTh, measureEn, strategy }, index) => {
    const part = check.at(`measures[${index}]`);
    return {
      sortOrder: index + 1,
      measureTh: part.text('measureTh', measureTh, { max: TEXT_MAX }),
      measureEn: part.optionalText('measureEn', measureEn, { max: TEXT_MAX }),
      strategy,
    };
  });
}
