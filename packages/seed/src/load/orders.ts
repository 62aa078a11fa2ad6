import { statutoryPowers } from '../sample/statutory-powers.ts';
import { samplePositions } from '../sample/structure.ts';
import { LAST_YEAR, type LoadAgency, loadCounts } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** Orders of each year, by which the director passes powers held by law to the others; they expire, except those of the last two years. */
export async function loadOrders(session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> {
  const delegates = samplePositions.filter(({ isHead }) => !isHead).map((position) => position.code);
  const orders = await session.run`
    INSERT INTO "DelegationOrder" (id, "agencyId", disclosure, "orderNo", year, "titleTh", "signedOn", "signedByPositionId", "effectiveFrom", "effectiveTo",
      status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'order', ${code}::text, y, i)), ${id}::uuid, 2, i::text, y, 'มอบอำนาจ ฉบับที่ ' || i || '/' || y,
      make_date(y - 543, i, 1), pg_temp.identifier('position:' || ${code}::text || ':DIR'), make_date(y - 543, i, 5),
      CASE WHEN y < 2569 THEN make_date(y - 541, i, 4) END, 'ISSUED', 'SAMPLE'
    FROM generate_series(${firstYear - 1}::int, ${LAST_YEAR - 1}::int) y
    CROSS JOIN generate_series(1, ${loadCounts.orders}::int) i`;
  const powers = await session.run`
    INSERT INTO "DelegatedPower" (id, "agencyId", disclosure, "orderId", "lineNo", verb, "subjectTh", "processArea", "delegatorId", "delegateId",
      "ceilingAmount", "subDelegable")
    SELECT pg_temp.identifier(concat_ws(':', 'power', ${code}::text, y, i, k)), ${id}::uuid, 2, pg_temp.identifier(concat_ws(':', 'order', ${code}::text, y, i)), k,
      p.verb::"PowerVerb", 'เรื่องที่ ' || k, p.area::"ProcessArea", pg_temp.identifier('position:' || ${code}::text || ':DIR'),
      pg_temp.identifier('position:' || ${code}::text || ':' || (${delegates}::text[])[1 + (i + k) % ${delegates.length}::int]),
      CASE WHEN p.ceiling IS NOT NULL THEN p.ceiling / 10 END, k % 2 = 0
    FROM generate_series(${firstYear - 1}::int, ${LAST_YEAR - 1}::int) y
    CROSS JOIN generate_series(1, ${loadCounts.orders}::int) i
    CROSS JOIN generate_series(1, ${loadCounts.powersOfOrder}::int) k
    JOIN unnest(${statutoryPowers.map(({ verb }) => verb)}::text[], ${statutoryPowers.map(({ processArea }) => processArea)}::text[],
      ${statutoryPowers.map(({ ceilingAmount }) => ceilingAmount)}::numeric[]) WITH ORDINALITY AS p (verb, area, ceiling, n)
      ON p.n = 1 + (i + k) % ${statutoryPowers.length}::int`;
  return orders + powers;
}
