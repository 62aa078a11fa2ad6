import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { type Counted, wrongCells } from './drill-down.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
});
afterAll(async () => registry.stop());

const ask = async (field: string, persona = 'centre'): Promise<any[]> => {
  const { data, errors } = await registry.as(persona)(`{ centre { ${field} } }`);
  expect(errors).toEqual([]);
  return Object.values<any>(data.centre)[0];
};

const filters = [
  '',
  'filter: {includeSamples: true}',
  'filter: {agencyCodes: ["SAMPLE-1", "LG-MAEDONG", "BMA-CHOMTHONG"]}',
  'filter: {includeSamples: true, includeNotOverseen: true, processAreas: [INSPECTION, PROCUREMENT, OTHER]}',
  'filter: {agencyKinds: [SAMPLE, DISTRICT_OFFICE], districtGroups: [NORTH_THONBURI, SOUTH_THONBURI, CENTRAL]}',
];
const groupings = ['AGENCY', 'DISTRICT_GROUP', 'AGENCY_KIND', 'PROCESS_AREA'];

describe.each(['centre', 'analyst'])('as %s, a figure of several years', (persona) => {
  it('says of each year what the question about that year says, and of every group something in every year', async () => {
    const cells = 'key nameTh fiscalYear total cells { key nameTh nameEn count }';
    for (const field of ['riskLevels', 'mitigationProgress'])
      for (const groupBy of groupings) {
        const asked = `groupBy: ${groupBy}, filter: {includeSamples: true, includeNotOverseen: true}`;
        const rows = await ask(`${field}(fiscalYearFrom: 2566, fiscalYearTo: 2570, ${asked}) { ${cells} }`, persona);
        const keys = [...new Set(rows.map(({ key }) => key))];
        expect(rows.map(({ key, fiscalYear }) => [key, fiscalYear])).toEqual(
          keys.flatMap((key) => [2566, 2567, 2568, 2569, 2570].map((year) => [key, year])),
        );
        for (const fiscalYear of [2566, 2567, 2568, 2569, 2570]) {
          const ofYear = await ask(`${field}(fiscalYear: ${fiscalYear}, ${asked}) { ${cells} }`, persona);
          expect(rows.filter((row) => row.fiscalYear === fiscalYear && row.total > 0)).toEqual(ofYear);
        }
      }
    const matrix = await ask('riskMatrix(fiscalYearFrom: 2567, fiscalYearTo: 2569) { fiscalYear riskCount }', persona);
    expect(matrix).toHaveLength(75);
    const completeness = '{ fiscalYear code plan swotAnalysis riskRegister riskCount ordersInForce }';
    const both = await ask(`completeness(fiscalYearFrom: 2567, fiscalYearTo: 2568) ${completeness}`, persona);
    for (const fiscalYear of [2567, 2568])
      expect(both.filter((row) => row.fiscalYear === fiscalYear)).toEqual(
        await ask(`completeness(fiscalYear: ${fiscalYear}) ${completeness}`, persona),
      );
  });

  it('has for every cell the condition that lists exactly its rows, empty ones too', async () => {
    let checked = 0;
    for (const filter of filters)
      for (const groupBy of groupings) {
        const args = `(fiscalYearFrom: 2567, fiscalYearTo: 2569, groupBy: ${groupBy} ${filter})`;
        const fields = '{ total where cells { count list where } }';
        const levels = await ask(`riskLevels${args} ${fields}`, persona);
        const progress = await ask(`mitigationProgress${args} ${fields}`, persona);
        const totals = [
          ...levels.map(({ total: count, where }): Counted => ({ count, list: 'risks', where })),
          ...progress.map(({ total: count, where }): Counted => ({ count, list: 'mitigations', where })),
        ];
        const cells: Counted[] = [...levels, ...progress].flatMap((row) => row.cells);
        expect(await wrongCells(registry.as(persona), [...totals, ...cells])).toEqual([]);
        checked += cells.length;
      }
    for (const methodCode of ['5x5', '3x3']) {
      const matrix = await ask(
        `riskMatrix(fiscalYear: 2568, methodCode: "${methodCode}" ${filters[1]}) { count: riskCount where }`,
        persona,
      );
      expect(matrix.some(({ count }) => count > 0)).toBe(true);
      expect(
        await wrongCells(
          registry.as(persona),
          matrix.map((cell) => ({ ...cell, list: 'risks' })),
        ),
      ).toEqual([]);
      checked += matrix.length;
    }
    console.info(`${checked} cells list as many rows as they count`);
    expect(checked).toBeGreaterThan(500);
  }, 30_000);

  it('names every group and cell in Thai and in English', async () => {
    for (const groupBy of groupings) {
      const args = `(fiscalYear: 2568, groupBy: ${groupBy}, filter: {includeSamples: true, includeNotOverseen: true})`;
      const names = 'nameTh nameEn cells { nameTh nameEn }';
      for (const field of ['riskLevels', 'mitigationProgress'])
        for (const row of await ask(`${field}${args} { ${names} }`, persona))
          for (const { nameTh, nameEn } of [row, ...row.cells]) {
            expect(nameTh).toMatch(/[ก-๙]/);
            expect(nameEn).toMatch(/^[A-Z][ -~’]*$/);
          }
    }
  });
});

it.each([
  ['', ['fiscalYear']],
  ['fiscalYear: 2567, fiscalYearTo: 2568', ['fiscalYear']],
  ['fiscalYearFrom: 2567', ['fiscalYearTo']],
  ['fiscalYearTo: 2567', ['fiscalYearFrom']],
  ['fiscalYearFrom: 2568, fiscalYearTo: 2567', ['fiscalYearTo']],
  ['fiscalYearFrom: 2540, fiscalYearTo: 2570', ['fiscalYearTo']],
])('years that contradict each other are refused by name, before anything is read: %s', async (years, fields) => {
  for (const field of ['riskLevels', 'mitigationProgress', 'riskMatrix', 'completeness']) {
    const { data, errors } = await registry.as('centre')(`{ centre { ${field}(filter: {} ${years}) { fiscalYear } } }`);
    expect(data.centre).toBeNull();
    const error = errors[0];
    expect([error?.extensions.code, error?.extensions.fields.map(({ field: name }: any) => name)]).toEqual([
      'INVALID_INPUT',
      fields,
    ]);
    expect(error?.extensions.fields[0].message).not.toBe('');
  }
});
