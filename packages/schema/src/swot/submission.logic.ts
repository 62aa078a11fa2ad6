import { sourced } from '../base/legal-source.logic.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { cleanText } from '../base/text.logic.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import type { SwotQuadrantName } from './swot-words.logic.ts';
import { quadrantTh } from './swot-words.logic.ts';

export type SwotProblemCode = 'QUADRANT_WITHOUT_ITEMS' | 'ITEM_WITHOUT_TEXT' | 'ITEM_TWICE';
export type SwotProblem = FieldProblem & { readonly code: SwotProblemCode; readonly nodeId: string | null };

export type ItemToSubmit = {
  readonly id: string;
  readonly quadrant: SwotQuadrantName;
  readonly rank: number;
  readonly textTh: string;
};

const quadrants: readonly SwotQuadrantName[] = ['STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT'];

/** Everything that is missing before an analysis can be submitted: each quadrant says something, and nothing twice. Items count in the order in which they are given. */
export const submissionProblems = (items: readonly ItemToSubmit[]): SwotProblem[] => sourced(found(items));

function found(items: readonly ItemToSubmit[]): SwotProblem[] {
  return quadrants.flatMap((quadrant): SwotProblem[] => {
    const [th, en] = [quadrantTh(quadrant), quadrant.toLowerCase()];
    const own = items.map((item, index) => ({ ...item, index })).filter((item) => item.quadrant === quadrant);
    if (own.length === 0) {
      const message = { th: `ยังไม่มี${th} โปรดเพิ่มอย่างน้อยหนึ่งข้อ`, en: `There is no ${en}: add at least one.` };
      return [{ code: 'QUADRANT_WITHOUT_ITEMS', field: 'items', nodeId: null, message }];
    }
    const said = new Set<string>();
    return own.flatMap(({ id, index, rank, textTh }): SwotProblem[] => {
      const place = { field: `items[${index}].textTh`, nodeId: encodeGlobalId('SwotItem', id) };
      const text = cleanText(textTh);
      if (text === '') {
        const message = { th: `${th}ข้อ ${rank} ยังไม่มีข้อความ`, en: `Say what ${en} ${rank} is.` };
        return [{ code: 'ITEM_WITHOUT_TEXT', ...place, message }];
      }
      if (said.has(text)) {
        const message = {
          th: `${th}ข้อ ${rank} ซ้ำกับข้ออื่น`,
          en: `The ${en} ${rank} says the same as another: remove one.`,
        };
        return [{ code: 'ITEM_TWICE', ...place, message }];
      }
      said.add(text);
      return [];
    });
  });
}
