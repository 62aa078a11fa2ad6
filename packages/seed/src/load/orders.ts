import { statutoryPowers } from '../sample/statutory-powers.ts';
import { samplePositions } from '../sample/structure.ts';
import { LAST_YEAR, type LoadAgency, loadCounts } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/**
 * Orders of each year, by which the director passes powers held by law to one of the others, never both that should be apart; they expire,
 * except those of the last year. Each delegate has reported on each month since, as long as a missing report is looked for.
 */
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
      pg_temp.identifier('position:' || ${code}::text || ':' || (${delegates}::text[])[1 + i % ${delegates.length}::int]),
      CASE WHEN p.ceiling IS NOT NULL THEN p.ceiling / 10 END, k % 2 = 0
    FROM generate_series(${firstYear - 1}::int, ${LAST_YEAR - 1}::int) y
    CROSS JOIN generate_series(1, ${loadCounts.orders}::int) i
    CROSS JOIN generate_series(1, ${loadCounts.powersOfOrder}::int) k
    JOIN unnest(${statutoryPowers.map(({ verb }) => verb)}::text[], ${statutoryPowers.map(({ processArea }) => processArea)}::text[],
      ${statutoryPowers.map(({ ceilingAmount }) => ceilingAmount)}::numeric[]) WITH ORDINALITY AS p (verb, area, ceiling, n)
      -- Powers that should be apart stand beside each other in the list: a delegate has every second one.
      ON p.n = 1 + (2 * (i + k) + i % 2) % ${statutoryPowers.length}::int`;
  const reports = await session.run`
    INSERT INTO "MonthlyReport" (id, "agencyId", disclosure, "orderId", "delegateId", month, "dueOn", "filedOn", "notUsed", "recipientId", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'report', o.id, m)), ${id}::uuid, 2, o.id, l."delegateId", m::date, (m + interval '1 month 9 days')::date,
      (m + interval '1 month 4 days')::date, true, o."signedByPositionId", 'SAMPLE'
    FROM "DelegationOrder" o
    JOIN "DelegatedPower" l ON l."agencyId" = ${id}::uuid AND l."orderId" = o.id AND l."lineNo" = 1
    CROSS JOIN LATERAL generate_series(date_trunc('month', greatest(o."effectiveFrom", (now() - interval '13 months')::date)::timestamp),
      least(coalesce(o."effectiveTo", now()::date), now()::date)::timestamp, interval '1 month') m
    WHERE o."agencyId" = ${id}::uuid AND m + interval '1 month 4 days' <= now()::timestamp`;
  return orders + powers + reports;
}
