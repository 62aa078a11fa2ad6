import { statutoryPowers } from '../sample/statutory-powers.ts';
import { samplePositions, sampleUnits } from '../sample/structure.ts';
import type { LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** The sections, positions and lawful powers of a sample district, to which its orders refer. */
export async function loadStructure(session: LoadSession, { id, code }: LoadAgency): Promise<number> {
  const units = await session.run`
    INSERT INTO "Unit" (id, "agencyId", disclosure, code, "nameTh", "nameEn", origin)
    SELECT pg_temp.identifier('unit:' || ${code}::text || ':' || code), ${id}::uuid, 2, code, name_th, name_en, 'SAMPLE'
    FROM unnest(${sampleUnits.map((unit) => unit.code)}::text[], ${sampleUnits.map((unit) => unit.nameTh)}::text[],
      ${sampleUnits.map((unit) => unit.nameEn)}::text[]) AS u (code, name_th, name_en)`;
  const positions = await session.run`
    INSERT INTO "Position" (id, "agencyId", disclosure, code, "titleTh", "titleEn", "isHead", origin)
    SELECT pg_temp.identifier('position:' || ${code}::text || ':' || code), ${id}::uuid, 2, code, title_th, title_en, code = 'DIR', 'SAMPLE'
    FROM unnest(${samplePositions.map((position) => position.code)}::text[], ${samplePositions.map((position) => position.titleTh)}::text[],
      ${samplePositions.map((position) => position.titleEn)}::text[]) AS p (code, title_th, title_en)`;
  const powers = await session.run`
    INSERT INTO "StatutoryPower" (id, "agencyId", disclosure, "positionId", verb, "processArea", "ceilingAmount", "basisTh", "validFrom", origin)
    SELECT pg_temp.identifier('statutory-power:' || ${code}::text || ':' || n), ${id}::uuid, 2, pg_temp.identifier('position:' || ${code}::text || ':DIR'),
      verb::"PowerVerb", area::"ProcessArea", ceiling, basis, DATE '2020-10-01', 'SAMPLE'
    FROM unnest(${statutoryPowers.map(({ verb }) => verb)}::text[], ${statutoryPowers.map(({ processArea }) => processArea)}::text[],
      ${statutoryPowers.map(({ ceilingAmount }) => ceilingAmount)}::numeric[], ${statutoryPowers.map(({ basisTh }) => basisTh)}::text[])
      WITH ORDINALITY AS s (verb, area, ceiling, basis, n)`;
  return units + positions + powers;
}
