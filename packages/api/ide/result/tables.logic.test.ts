import { describe, expect, test } from '@jest/globals';
import { csvFileOf, csvOf } from './csv.ts';
import { tablesOf } from './tables.ts';

const tableOf = (cell: string | number) => ({
  path: 'risks',
  columns: ['titleTh'],
  rows: [[cell]],
  totalCount: null,
  hasMore: false,
});

describe('an answer as tables', () => {
  const answer = {
    risks: {
      totalCount: 30,
      pageInfo: { hasNextPage: true },
      edges: [
        {
          node: {
            id: 'secret',
            code: 'R-01',
            responsibleUnit: { nameTh: 'ฝ่ายโยธา' },
            corruptionTypes: ['BRIBERY', 'OTHER'],
            mitigations: { edges: [{ node: { measureTh: 'สุ่มตรวจ' } }, { node: { measureTh: 'คู่มือ' } }] },
          },
        },
      ],
    },
  };

  test('a connection becomes one row per node, with dotted columns and counts of inner lists', () => {
    const [risks] = tablesOf(answer);
    expect(risks).toEqual({
      path: 'risks',
      columns: ['id', 'code', 'responsibleUnit.nameTh', 'corruptionTypes', 'mitigations.count'],
      rows: [['secret', 'R-01', 'ฝ่ายโยธา', 'BRIBERY; OTHER', 2]],
      totalCount: 30,
      hasMore: true,
    });
  });

  test('a row of an inner list says which outer row it belongs to, by its key', () => {
    const [, mitigations] = tablesOf(answer);
    expect(mitigations?.columns).toEqual(['measureTh', 'risks.id', 'risks.code', 'risks.responsibleUnit.nameTh']);
    expect(mitigations?.rows).toEqual([
      ['สุ่มตรวจ', 'secret', 'R-01', 'ฝ่ายโยธา'],
      ['คู่มือ', 'secret', 'R-01', 'ฝ่ายโยธา'],
    ]);
  });

  test('a row of an inner list keeps the agency and the key of everything above it, list or not', () => {
    const tables = tablesOf({
      agency: {
        code: 'BMA-CHOMTHONG',
        plans: {
          nodes: [
            {
              id: 'P1',
              agency: { code: 'X' },
              projects: [{ code: '1', steps: [{ sequenceNo: 1, steps: [{ sequenceNo: 2 }] }] }],
            },
            { id: 'P2', agency: null, projects: [{ code: '1', steps: [] }] },
          ],
        },
      },
    });
    const [plans, projects, , substeps] = tables;
    expect(plans?.columns).toEqual(['id', 'agency.code', 'projects.count', 'agency.code (↑)']);
    expect(plans?.rows).toEqual([
      ['P1', 'X', 1, 'BMA-CHOMTHONG'],
      ['P2', null, 1, 'BMA-CHOMTHONG'],
    ]);
    expect(projects?.columns).toEqual([
      'code',
      'steps.count',
      'agency.code',
      'agency.plans.id',
      'agency.plans.agency.code',
    ]);
    expect(projects?.rows).toEqual([
      ['1', 1, 'BMA-CHOMTHONG', 'P1', 'X'],
      ['1', 0, 'BMA-CHOMTHONG', 'P2', null],
    ]);
    expect(substeps?.columns).toEqual([
      'sequenceNo',
      'agency.code',
      'agency.plans.id',
      'agency.plans.agency.code',
      'agency.plans.projects.code',
      'agency.plans.projects.steps.sequenceNo',
    ]);
    expect(substeps?.rows).toEqual([[2, 'BMA-CHOMTHONG', 'P1', 'X', '1', 1]]);
  });

  test('rows of inner lists are told apart by place where nothing of the outer row was asked for', () => {
    const [, measures] = tablesOf({
      risks: [{ mitigations: [{ measureTh: 'ก' }] }, { mitigations: [{ measureTh: 'ก' }] }],
    });
    expect(measures?.columns).toEqual(['measureTh', 'risks.#']);
    expect(measures?.rows).toEqual([
      ['ก', 1],
      ['ก', 2],
    ]);
  });

  test('an object that some rows lack makes no column of its own', () => {
    const [findings] = tablesOf({
      findings: [
        { code: 'A', project: null },
        { code: 'B', project: { titleTh: 'ถนน' } },
      ],
    });
    expect(findings?.columns).toEqual(['code', 'project.titleTh']);
    expect(findings?.rows).toEqual([
      ['A', null],
      ['B', 'ถนน'],
    ]);
  });

  test('an answer without a list, a failed one and an empty list make no table', () => {
    expect(tablesOf({ viewer: { role: 'EDITOR' } })).toEqual([]);
    expect(tablesOf(null)).toEqual([]);
    expect(tablesOf({ risks: { edges: [] } })).toEqual([]);
  });
});

describe('a table as CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'a text that begins as the formula %j is made plain text',
    (text) => {
      expect(csvOf(tableOf(text)).replaceAll('"', '')).toContain(`'${text}`);
    },
  );

  test('a negative number stays a number', () => {
    expect(csvOf(tableOf(-5))).toBe('titleTh\r\n-5\r\n');
  });

  test('commas, quotes and line ends are quoted', () => {
    expect(csvOf(tableOf('ก,"ข"\nค'))).toBe('titleTh\r\n"ก,""ข""\nค"\r\n');
  });

  test('a file begins with the mark that lets Excel read Thai', () => {
    expect(csvFileOf(tableOf('ไทย')).charCodeAt(0)).toBe(0xfeff);
  });
});
