import { describe, expect, it } from '@jest/globals';
import type { FieldProblem } from '../../base/message.logic.ts';
import { encodeGlobalId } from '../global-id.logic.ts';
import { compileWhere, type Shape, type Where } from './where.logic.ts';

const nothing = { id: { in: [] } };
const mission: Shape = { fields: { code: { kind: 'VALUE', isRequired: true } }, nothing };
const shape: Shape = {
  fields: {
    a: { kind: 'VALUE', isRequired: true },
    b: { kind: 'VALUE', isRequired: false },
    years: { kind: 'LIST' },
    agency: { kind: 'RELATED', isRequired: true, shape: () => mission },
    mission: { kind: 'RELATED', isRequired: false, shape: () => mission },
    parts: { kind: 'RELATED_LIST', relation: 'parts', shape: () => mission },
    powers: { kind: 'RELATED_LIST', relation: 'links', through: 'power', shape: () => mission },
    id: { kind: 'ID', type: 'Risk', labelOf: (type) => ({ Risk: 'ความเสี่ยง', Plan: 'แผน' })[type] ?? '' },
    day: { kind: 'VALUE', isRequired: false, isDay: true },
    moment: { kind: 'VALUE', isRequired: true, isDay: false },
    state: { kind: 'STATE', states: ['X', 'Y', 'Z'], where: (states) => ({ in: states }) },
  },
  nothing,
};
const compiled = (where: Where | null) => compileWhere(where, shape);

describe('a filter', () => {
  it('speaks Prisma’s words, at any depth', () => {
    expect(compiled({ a: { gte: 10, lt: 15 } })).toEqual({ AND: [{ a: { gte: 10 } }, { a: { lt: 15 } }] });
    expect(compiled({ agency: { code: { eq: 'A' } } })).toEqual({ agency: { code: { equals: 'A' } } });
    expect(compiled({ a: { in: [1] }, b: { eq: null } })).toEqual({
      AND: [{ a: { in: [1] } }, { b: { equals: null } }],
    });
    expect(compiled({ or: [{ a: { eq: 1 } }, { years: { has: 2 } }] })).toEqual({
      OR: [{ a: { equals: 1 } }, { years: { has: 2 } }],
    });
  });

  it('that says nothing lets every row through', () => {
    for (const where of [
      null,
      {},
      { a: null },
      { a: {} },
      { a: { in: null } },
      { and: [] },
      { and: [{}] },
      { or: [{}] },
    ])
      expect(compiled(where)).toEqual({});
    for (const where of [{ state: {} }, { agency: {} }, { mission: {} }, { not: null }])
      expect(compiled(where)).toEqual({});
  });

  it('that names no value lets no row through, wherever it stands', () => {
    for (const where of [{ a: { in: [] } }, { or: [] }, { years: { hasSome: [] } }, { state: { in: [] } }, { not: {} }])
      for (const each of [
        where,
        { and: [where] },
        { or: [where, where] },
        { a: { eq: 1 }, ...where },
        { not: { not: where } },
      ])
        expect(compiled(each)).toEqual(nothing);
    expect(compiled({ state: { eq: null } })).toEqual(nothing);
    expect(compiled({ a: { eq: null } })).toEqual(nothing);
    expect(compiled({ or: [{ or: [] }, { a: { eq: 1 } }] })).toEqual({ a: { equals: 1 } });
    expect(compiled({ not: { a: { in: [] } } })).toEqual({});
  });

  it('under `not` lets through every other row, those without a value too', () => {
    expect(compiled({ not: { a: { eq: 1 } } })).toEqual({ a: { not: 1 } });
    expect(compiled({ not: { b: { eq: 1 } } })).toEqual({ OR: [{ b: { not: 1 } }, { b: { equals: null } }] });
    expect(compiled({ not: { b: { gte: 1 } } })).toEqual({ OR: [{ b: { lt: 1 } }, { b: { equals: null } }] });
    expect(compiled({ not: { b: { eq: null } } })).toEqual({ b: { not: null } });
    expect(compiled({ not: { a: { eq: 1 }, b: { eq: null } } })).toEqual({
      OR: [{ a: { not: 1 } }, { b: { not: null } }],
    });
    expect(compiled({ not: { or: [{ a: { lt: 1 } }, { a: { gt: 2 } }] } })).toEqual({
      AND: [{ a: { gte: 1 } }, { a: { lte: 2 } }],
    });
    expect(compiled({ not: { not: { a: { eq: 1 } } } })).toEqual({ a: { equals: 1 } });
    expect(compiled({ not: { years: { has: 1 } } })).toEqual({
      OR: [{ NOT: { years: { has: 1 } } }, { years: { equals: null } }],
    });
  });

  it('reads a record that is not there as one without any value', () => {
    expect(compiled({ mission: { code: { eq: '1' } } })).toEqual({ mission: { is: { code: { equals: '1' } } } });
    expect(compiled({ not: { mission: { code: { eq: '1' } } } })).toEqual({
      OR: [{ mission: { is: { code: { not: '1' } } } }, { NOT: { mission: { is: {} } } }],
    });
    expect(compiled({ mission: { code: { eq: null } } })).toEqual({ NOT: { mission: { is: {} } } });
    expect(compiled({ not: { mission: { code: { eq: null } } } })).toEqual({ mission: { is: {} } });
  });

  it('of a state that is told by the day lets through what is in one of the states, and under `not` in one of the others', () => {
    expect(compiled({ state: { eq: 'X' } })).toEqual({ in: ['X'] });
    expect(compiled({ state: { in: ['X', 'Y'], eq: 'Y' } })).toEqual({ in: ['Y'] });
    expect(compiled({ not: { state: { eq: 'X' } } })).toEqual({ in: ['Y', 'Z'] });
    expect(compiled({ state: { in: ['X', 'Y', 'Z'] } })).toEqual({});
  });

  it('takes what people type literally, whatever the case, and compares exactly beside it', () => {
    const part = { a: { contains: String.raw`50\%`, mode: 'insensitive' } };
    expect(compiled({ a: { contains: '50%' } })).toEqual(part);
    expect(compiled({ a: { contains: '50%', eq: 'R_1' } })).toEqual({ AND: [part, { a: { equals: 'R_1' } }] });
  });

  it('reads texts in the spelling in which they are kept, and names the place of one that no record can hold', () => {
    expect(compiled({ a: { in: ['\u0e19\u0e4d\u0e49\u0e32 '] } })).toEqual({ a: { in: ['\u0e19\u0e49\u0e33'] } });
    const problems: FieldProblem[] = [];
    compileWhere({ and: [{ a: { in: ['x', '\0'] } }, { not: { b: { contains: '\u202e' } } }] }, shape, problems);
    expect(problems.map(({ field }) => field)).toEqual(['where.and[0].a.in[1]', 'where.and[1].not.b.contains']);
  });

  it('refuses an operator or a field that it does not know', () => {
    expect(() => compiled({ a: { eq: 1, regexp: 'x' } })).toThrow();
    expect(() => compiled({ unknown: { eq: 1 } })).toThrow();
  });

  it('asks of what belongs to a record whether some, none or every one is so', () => {
    const isA = { code: { eq: 'A' } };
    expect(compiled({ parts: { some: isA } })).toEqual({ parts: { some: { code: { equals: 'A' } } } });
    expect(compiled({ parts: { none: isA } })).toEqual({ parts: { none: { code: { equals: 'A' } } } });
    expect(compiled({ parts: { every: isA } })).toEqual({ parts: { none: { code: { not: 'A' } } } });
    expect(compiled({ not: { parts: { some: isA } } })).toEqual({ parts: { none: { code: { equals: 'A' } } } });
    expect(compiled({ not: { parts: { every: isA } } })).toEqual({ parts: { some: { code: { not: 'A' } } } });
    expect(compiled({ parts: { some: {} } })).toEqual({ parts: { some: {} } });
    expect(compiled({ parts: { none: {} } })).toEqual({ parts: { none: {} } });
    expect(compiled({ parts: { every: {} } })).toEqual({});
    expect(compiled({ parts: { some: { code: { in: [] } } } })).toEqual(nothing);
  });

  it('passes over the rows that link two records, and takes a link to what cannot be seen for none', () => {
    const isA = { code: { eq: 'A' } };
    const linked = { power: { is: { code: { equals: 'A' } } } };
    expect(compiled({ powers: { some: isA } })).toEqual({ links: { some: linked } });
    expect(compiled({ powers: { none: isA } })).toEqual({ links: { none: linked } });
    expect(compiled({ powers: { every: isA } })).toEqual({
      links: { none: { power: { is: { code: { not: 'A' } } } } },
    });
    expect(compiled({ powers: { some: {} } })).toEqual({ links: { some: { power: { is: {} } } } });
    expect(compiled({ powers: { every: {} } })).toEqual({});
  });

  it('takes the ids of its records, and refuses those of others by their place', () => {
    const [one, other] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
    const ids = [one, other].map((id) => encodeGlobalId('Risk', id));
    expect(compiled({ id: { eq: ids[0] } })).toEqual({ id: { equals: one } });
    expect(compiled({ id: { in: ids } })).toEqual({ id: { in: [one, other] } });
    expect(compiled({ not: { id: { in: ids } } })).toEqual({ id: { notIn: [one, other] } });
    for (const where of [{ id: { in: [] } }, { id: { eq: null } }]) expect(compiled(where)).toEqual(nothing);
    const problems: FieldProblem[] = [];
    const wrong = [encodeGlobalId('Plan', one), 'x', encodeGlobalId('Nothing', one), ids[0]];
    compileWhere({ or: [{ id: { in: wrong } }], not: { id: { eq: wrong[0] } } }, shape, problems);
    expect(problems.map(({ field, message }) => [field, message.en])).toEqual([
      ['where.or[0].id.in[0]', 'Give the id of a Risk, not of a Plan.'],
      ['where.or[0].id.in[1]', 'The id is malformed: use one that the registry returned.'],
      ['where.or[0].id.in[2]', 'The id is malformed: use one that the registry returned.'],
      ['where.not.id.eq', 'Give the id of a Risk, not of a Plan.'],
    ]);
    expect(problems[0]?.message.th).toBe('ต้องเป็นรหัสอ้างอิงของความเสี่ยง ไม่ใช่ของแผน');
  });

  it('counts days from today in Bangkok', () => {
    const today = new Date('2026-11-29T00:00:00Z');
    const on = (where: Where, problems: FieldProblem[] = []) => compileWhere(where, shape, problems, today);
    expect(on({ day: { today: { gte: 0, lte: 90 } } })).toEqual({
      AND: [{ day: { gte: today } }, { day: { lte: new Date('2027-02-27T00:00:00Z') } }],
    });
    expect(on({ moment: { today: { eq: 0 } } })).toEqual({
      AND: [
        { moment: { gte: new Date('2026-11-28T17:00:00Z') } },
        { moment: { lt: new Date('2026-11-29T17:00:00Z') } },
      ],
    });
    expect(on({ moment: { today: { gt: -1 } } })).toEqual({ moment: { gte: new Date('2026-11-28T17:00:00Z') } });
    expect(on({ day: { today: { eq: null } } })).toEqual({ day: { equals: null } });
    const problems: FieldProblem[] = [];
    on({ day: { today: { gte: 36_526 } } }, problems);
    expect(problems.map(({ field }) => field)).toEqual(['where.day.today.gte']);
  });
});
