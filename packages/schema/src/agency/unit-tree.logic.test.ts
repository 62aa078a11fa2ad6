import { describe, expect, it } from '@jest/globals';
import { isBeneath } from './unit-tree.logic.ts';

const units = [
  { id: 'bureau', parentId: null },
  { id: 'division', parentId: 'bureau' },
  { id: 'group', parentId: 'division' },
  { id: 'other', parentId: null },
];

describe('a unit', () => {
  it('cannot be put under itself nor under what lies beneath it, however deep', () => {
    expect(['bureau', 'division', 'group'].map((parent) => isBeneath(units, parent, 'bureau'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('can be put anywhere else', () => {
    expect(isBeneath(units, 'other', 'bureau')).toBe(false);
    expect(isBeneath(units, 'bureau', 'group')).toBe(false);
  });

  it('does not send the search round in circles when the tree is already broken', () => {
    const broken = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect(isBeneath(broken, 'a', 'c')).toBe(false);
  });
});
