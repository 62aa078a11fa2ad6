import { describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { type ItemToSubmit, submissionProblems } from './submission.logic.ts';
import type { SwotQuadrantName } from './swot-words.logic.ts';

const item = (quadrant: SwotQuadrantName, rank = 1, textTh = `${quadrant} ${rank}`): ItemToSubmit => ({
  id: `${quadrant}-${rank}`,
  quadrant,
  rank,
  textTh,
});
const whole = [item('STRENGTH'), item('WEAKNESS'), item('OPPORTUNITY'), item('THREAT')];
const found = (items: readonly ItemToSubmit[]) =>
  submissionProblems(items).map(({ code, field }) => `${code} ${field}`);

describe('an analysis', () => {
  it('can be submitted when every quadrant says something', () => {
    expect(found(whole)).toEqual([]);
  });

  it('is told of every quadrant that is empty, in the order in which they are read', () => {
    expect(found([item('WEAKNESS')])).toEqual([
      'QUADRANT_WITHOUT_ITEMS items',
      'QUADRANT_WITHOUT_ITEMS items',
      'QUADRANT_WITHOUT_ITEMS items',
    ]);
    expect(found([])).toHaveLength(4);
    expect(submissionProblems([item('WEAKNESS')])[0]).toMatchObject({
      nodeId: null,
      message: {
        th: expect.stringMatching(/จุดแข็ง.*ที่มา: หลักเกณฑ์ของทะเบียน/),
        en: expect.stringMatching(/strength.*Source: rule of the registry/),
      },
    });
  });

  it('says nothing empty and nothing twice in a quadrant; the same words may stand in two', () => {
    expect(found([...whole, item('THREAT', 2, ' '), item('THREAT', 3, ' THREAT 1')])).toEqual([
      'ITEM_WITHOUT_TEXT items[4].textTh',
      'ITEM_TWICE items[5].textTh',
    ]);
    const [empty] = submissionProblems([...whole, item('THREAT', 2, ' ')]);
    expect(empty?.nodeId).toBe(encodeGlobalId('SwotItem', 'THREAT-2'));
    expect(found([...whole, item('WEAKNESS', 2, 'THREAT 1')])).toEqual([]);
  });
});
