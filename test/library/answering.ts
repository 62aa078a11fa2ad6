import type { Registry } from '../kit/registry.ts';
import { day } from '../risk/register-kit.ts';

/** What is asked of an answer. */
export const answer =
  'libraryResponse { id version decision reasonTh decidedAt agency { code } libraryRisk { code myResponse { decision } } risk { id code titleTh titleEn processArea corruptionTypes level origin register { fiscalYear } mitigations { sortOrder measureTh measureEn strategy dueOn status progressPercent } } }';

/** A draft register of the persona's agency, for risks from the library. */
export const draftRegister = async (registry: Registry, persona: string): Promise<string> =>
  (await registry.person(persona).does('draftRiskRegister', { fiscalYear: 2570 }, 'riskRegister { id }')).riskRegister
    .id;

export const actOnLibrary = (registry: Registry, persona: string, name: string, { id, version }: Offered) =>
  registry.person(persona).tries(name, { id, expectedVersion: version }, 'libraryRisk { id }');

type Offered = { readonly id: string; readonly version: number };

/** A risk of the library, published unless it is to stay a draft. */
export async function offer(registry: Registry, code: string, publish = true): Promise<Offered> {
  const centre = registry.person('centre');
  const { libraryRisk } = await centre.does(
    'draftLibraryRisk',
    {
      code,
      titleTh: `ความเสี่ยงในคลัง ${code}`,
      titleEn: 'From the library',
      processArea: 'PROCUREMENT',
      corruptionTypes: ['BRIBERY', 'CONFLICT_OF_INTEREST'],
      measures: [
        { measureTh: 'เปิดเผยราคากลาง', measureEn: 'Publish the price', strategy: 'TREAT' },
        { measureTh: 'หมุนเวียนกรรมการ', strategy: 'TREAT' },
      ],
    },
    'libraryRisk { id version }',
  );
  if (publish) await actOnLibrary(registry, 'centre', 'publishLibraryRisk', libraryRisk);
  return { id: libraryRisk.id, version: libraryRisk.version + (publish ? 1 : 0) };
}

/** Takes a risk of the library over into a register. */
export const adoption = (libraryRiskId: string, registerId: string, more: Record<string, unknown> = {}) => ({
  libraryRiskId,
  registerId,
  dueOn: day(90),
  ...more,
});
