import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { type Entry, entriesOf, search } from '../../packages/api/ide/docs/entries.ts';

describe('a search of the documentation', () => {
  let entries: readonly Entry[];
  beforeAll(() => {
    const file = new URL('../../packages/schema/schema.graphql', import.meta.url);
    entries = entriesOf(buildSchema(readFileSync(file, 'utf8')));
  });
  const paths = (text: string) => search(entries, text).entries.map(({ path }) => path);

  test('finds every description by a Thai word inside it, which no spaces surround', () => {
    const described = entries.filter(({ description }) => description.includes('ความเสี่ยง'));
    expect(described.length).toBeGreaterThan(50);
    expect(search(entries, 'ความเสี่ยง').total).toBeGreaterThanOrEqual(described.length);
    expect(paths('คำสั่งมอบ').length).toBeGreaterThan(0);
  });

  test('finds types, fields, arguments, values and fields of inputs', () => {
    expect(paths('risklevel')[0]).toBe('RiskLevel');
    expect(paths('delegationorders')).toContain('Query.delegationOrders');
    expect(paths('fiscalYearFrom')).toContain('Centre.budgets(fiscalYearFrom:)');
    expect(paths('UNASSESSED')).toContain('CurrentRiskLevel.UNASSESSED');
    expect(paths('expectedVersion').some((path) => /Input\.expectedVersion$/.test(path))).toBe(true);
  });

  test('puts names before descriptions, and asks for every word', () => {
    expect(paths('framework')[0]).toBe('Framework');
    const both = search(entries, 'ความเสี่ยง ยอมรับ');
    expect(both.total).toBeGreaterThan(0);
    expect(both.total).toBeLessThan(search(entries, 'ความเสี่ยง').total);
    for (const { name, description } of both.entries) {
      const text = name + description;
      expect([text.includes('ความเสี่ยง'), text.includes('ยอมรับ')]).toEqual([true, true]);
    }
  });

  test('finds nothing for nothing, and says how many it does not list', () => {
    expect(search(entries, '  ')).toEqual({ entries: [], total: 0 });
    expect(search(entries, 'ไม่มีคำนี้ในทะเบียน')).toEqual({ entries: [], total: 0 });
    const all = search(entries, 'id');
    expect(all.entries.length).toBe(60);
    expect(all.total).toBeGreaterThan(60);
  });
});
