import type { Registry } from '../kit/registry.ts';

export async function unitsOf(registry: Registry, persona: string): Promise<string[]> {
  const { data } = await registry.as(persona)('{ viewer { agency { units { id } } } }');
  return data.viewer.agency.units.map(({ id }: { id: string }) => id);
}

/** A project that lacks nothing, of the first unit of the persona's agency. */
export async function wholeProject(registry: Registry, persona: string, planId: string) {
  const [unitId] = await unitsOf(registry, persona);
  return {
    planId,
    kind: 'PROJECT',
    place: { dimension: 1, mission: '๑.๑' },
    titleTh: ' โครงการอบรม ',
    objectivesTh: 'ให้รู้มาตรการ',
    fiscalYears: [2572, 2571],
    quarters: [3, 1],
    steps: [{ textTh: 'เตรียม', children: [{ textTh: 'ขออนุมัติ' }, { textTh: 'นัดวิทยากร' }] }, { textTh: 'จัดอบรม' }],
    targetGroups: [{ textTh: 'เจ้าหน้าที่', headcount: 40 }],
    responsibleUnitIds: [unitId],
    budgetLines: [
      { fiscalYear: 2571, status: 'BUDGETED', amount: '๑๒๕๐๐.๕๐' },
      { fiscalYear: 2572, status: 'NO_BUDGET' },
    ],
    indicators: [
      { kind: 'OUTPUT', textTh: 'ผู้เข้าอบรม', operator: 'GTE', threshold: '40', unitTh: 'คน' },
      { kind: 'OUTCOME', textTh: 'เรื่องร้องเรียนลดลง', operator: 'DECREASE' },
    ],
  };
}

export const projectParts =
  'id version sequenceNo sortOrder titleTh fiscalYears quarters dimension { number } mission { code } steps { textTh children { textTh } } targetGroups { textTh headcount } budgetLines { fiscalYear status amount version } indicators { id textTh operator comparesWithPreviousYear } responsibleUnits { id }';
