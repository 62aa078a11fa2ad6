import { describe, expect, it } from '@jest/globals';
import { chosenValues, compileWhere } from './where.logic.ts';

describe('a filter', () => {
  it('speaks Prisma’s words, at any depth', () => {
    expect(compileWhere({ score: { gte: 10, lt: 15 } })).toEqual({ score: { gte: 10, lt: 15 } });
    expect(compileWhere({ agency: { code: { eq: 'A' } } })).toEqual({ agency: { code: { equals: 'A' } } });
    expect(compileWhere({ a: { in: [1] }, b: { eq: null } })).toEqual({
      AND: [{ a: { in: [1] } }, { b: { equals: null } }],
    });
  });

  it('combines and, or and not', () => {
    expect(compileWhere({ or: [{ a: { eq: 1 } }, { not: { b: { eq: 2 } } }] })).toEqual({
      OR: [{ a: { equals: 1 } }, { NOT: { b: { equals: 2 } } }],
    });
  });

  it('filters nothing by what is absent or null', () => {
    expect(compileWhere(null)).toEqual({});
    expect(compileWhere({ a: null, b: undefined })).toEqual({ AND: [] });
    expect(compileWhere({ a: { in: null } })).toEqual({ a: {} });
  });

  it('takes what people type literally, whatever the case', () => {
    expect(compileWhere({ a: { contains: '50%' } })).toEqual({
      a: { contains: String.raw`50\%`, mode: 'insensitive' },
    });
  });

  it('compares exactly beside a part of the text, which disregards case', () => {
    expect(compileWhere({ a: { contains: 'x', eq: 'R_1' } })).toEqual({
      AND: [{ a: { equals: 'R_1' } }, { a: { contains: 'x', mode: 'insensitive' } }],
    });
  });

  it('knows fields that are not columns, also inside not, but not in another record', () => {
    const virtual = { status: () => ({ done: true }) };
    expect(compileWhere({ not: { status: { eq: 'X' } } }, virtual)).toEqual({ NOT: { done: true } });
    expect(compileWhere({ risk: { status: { eq: 'X' } } }, virtual)).toEqual({ risk: { status: { equals: 'X' } } });
  });

  it('refuses an operator it does not know', () => {
    expect(() => compileWhere({ a: { eq: 1, regexp: 'x' } })).toThrow();
  });

  it('of an enum lets through what both parts allow', () => {
    expect(chosenValues({ eq: 'A' })).toEqual(['A']);
    expect(chosenValues({ in: ['A', 'B'] })).toEqual(['A', 'B']);
    expect(chosenValues({ eq: 'A', in: ['B'] })).toEqual([]);
  });
});
