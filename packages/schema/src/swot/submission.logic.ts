import type { FieldProblem } from '../core/message.logic.ts';
import { cleanText } from '../core/text.logic.ts';
import type { SwotQuadrantName } from './factor.logic.ts';

export type SwotProblemCode = 'QUADRANT_WITHOUT_ITEMS' | 'ITEM_WITHOUT_TEXT' | 'ITEM_TWICE';
export type SwotProblem = FieldProblem & { readonly code: SwotProblemCode };

export type ItemToSubmit = {
  readonly quadrant: SwotQuadrantName;
  readonly rank: number;
  readonly textTh: string;
};

const quadrants: readonly (readonly [SwotQuadrantName, th: string, en: string])[] = [
  ['STRENGTH', 'จุดแข็ง', 'strength'],
  ['WEAKNESS', 'จุดอ่อน', 'weakness'],
  ['OPPORTUNITY', 'โอกาส', 'opportunity'],
  ['THREAT', 'ภัยคุกคาม', 'threat'],
];

/** Everything that is missing before an analysis can be submitted: each quadrant says something, and nothing twice. */
export function submissionProblems(items: readonly ItemToSubmit[]): SwotProblem[] {
  return quadrants.flatMap(([quadrant, th, en]): SwotProblem[] => {
    const own = items.filter((item) => item.quadrant === quadrant);
    if (own.length === 0) {
      const message = { th: `ยังไม่มี${th} กรุณาเพิ่มอย่างน้อยหนึ่งข้อ`, en: `There is no ${en}: add at least one.` };
      return [{ code: 'QUADRANT_WITHOUT_ITEMS', field: `items[${quadrant}]`, message }];
    }
    const said = new Set<string>();
    return own.flatMap(({ rank, textTh }): SwotProblem[] => {
      const field = `items[${quadrant} ${rank}].textTh`;
      const text = cleanText(textTh);
      if (text === '') {
        const message = { th: `${th}ข้อ ${rank} ยังไม่มีข้อความ`, en: `Say what ${en} ${rank} is.` };
        return [{ code: 'ITEM_WITHOUT_TEXT', field, message }];
      }
      if (said.has(text)) {
        const message = {
          th: `${th}ข้อ ${rank} ซ้ำกับข้ออื่น`,
          en: `The ${en} ${rank} says the same as another: remove one.`,
        };
        return [{ code: 'ITEM_TWICE', field, message }];
      }
      said.add(text);
      return [];
    });
  });
}
