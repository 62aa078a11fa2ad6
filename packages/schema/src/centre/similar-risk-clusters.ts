import { Prisma } from '@registry/prisma/generated/client/client.ts';

/** A risk of a cluster: how like the cluster's text it is, and whether it has the very same. */
export type SimilarRisk = { readonly id: string; readonly score: number; readonly isIdentical: boolean };

export type Cluster = {
  readonly titleTh: string;
  readonly agencyCount: number;
  readonly riskCount: number;
  readonly copiedAgencyCount: number;
  readonly unassessed: number;
  readonly low: number;
  readonly medium: number;
  readonly high: number;
  readonly extreme: number;
  readonly risks: readonly SimilarRisk[];
  readonly isSample: boolean;
};

/** As many clusters are looked for, of which the asked number is told, so that more of them never changes which ones come first. */
export const CLUSTERS_MAX = 30;
/** Risks of a cluster that are listed. */
export const RISKS_SHOWN = 50;
/** Texts that may head a cluster. */
const CANDIDATES = 300;

/** That two texts are alike; the sizes come first, as two texts are never more alike than their sizes. */
const alike = (one: Prisma.Sql, other: Prisma.Sql, minScore: number): Prisma.Sql => Prisma.sql`
  least(${one}.size, ${other}.size)::float8 / greatest(${one}.size, ${other}.size) >= ${minScore}::float8
    AND app.fingerprint_similarity(${one}.bits, ${other}.bits) >= ${minScore}::float8`;

const own = Prisma.raw('own');
const head = Prisma.raw('head');

/**
 * Puts risks into clusters, as one statement (docs/decisions/0055). `seen` selects them: id, "agencyId", level, "isSample", and the identity, size,
 * bits and bands of their fingerprints. Texts that have a band in common with many others are candidates; each of them that is not like one
 * before it heads a cluster, of all that is seen and like it.
 */
export const clustersSql = (seen: Prisma.Sql, minScore: number, first: number): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE seen AS MATERIALIZED (${seen}),
  voted AS MATERIALIZED (
    SELECT id, band, sum(n) OVER (PARTITION BY id) AS votes
    FROM (SELECT id, band, count(*) OVER (PARTITION BY band) AS n FROM seen CROSS JOIN unnest(bands) band) each WHERE n > 1),
  central AS (SELECT DISTINCT ON (band) band, id FROM voted ORDER BY band, votes DESC, id),
  judged AS (
    SELECT head.id, count(DISTINCT own."agencyId") AS agencies
    FROM central JOIN seen head USING (id) JOIN voted ON voted.band = central.band JOIN seen own ON own.id = voted.id
    WHERE ${alike(own, head, minScore)}
    GROUP BY central.band, head.id HAVING count(DISTINCT own."agencyId") > 1),
  candidates AS MATERIALIZED (
    SELECT seen.*, row_number() OVER (ORDER BY agencies DESC, id) AS place
    FROM (SELECT id, max(agencies) AS agencies FROM judged GROUP BY id ORDER BY 2 DESC, 1 LIMIT ${CANDIDATES}) most JOIN seen USING (id)),
  around AS MATERIALIZED (
    SELECT head.place, array_agg(own.place) AS places FROM candidates head JOIN candidates own ON ${alike(own, head, minScore)} GROUP BY 1),
  picked AS (
    SELECT place, places, 1 AS nth FROM around WHERE place = 1
    UNION ALL
    SELECT following.place, picked.places || following.places, nth + 1
    FROM picked CROSS JOIN LATERAL (
      SELECT place, places FROM around WHERE around.place <> ALL (picked.places) ORDER BY place LIMIT 1) following
    WHERE nth < ${CLUSTERS_MAX}),
  members AS MATERIALIZED (
    SELECT head.id AS head, own.id, own."agencyId", own.identity, own.level, own."isSample", own.identity = head.identity AS "isIdentical",
      app.fingerprint_similarity(own.bits, head.bits) AS score
    FROM picked JOIN candidates head USING (place) JOIN seen own ON ${alike(own, head, minScore)}),
  copied AS (
    SELECT head, count(DISTINCT "agencyId")::int AS agencies FROM (
      SELECT head, "agencyId", min("agencyId"::text) OVER same <> max("agencyId"::text) OVER same AS "isCopied" FROM members
      WINDOW same AS (PARTITION BY head, identity)) each
    WHERE "isCopied" GROUP BY head),
  clusters AS (
    SELECT head, count(DISTINCT "agencyId")::int AS "agencyCount", count(*)::int AS "riskCount",
      count(*) FILTER (WHERE level = 'UNASSESSED')::int AS unassessed, count(*) FILTER (WHERE level = 'LOW')::int AS low,
      count(*) FILTER (WHERE level = 'MEDIUM')::int AS medium, count(*) FILTER (WHERE level = 'HIGH')::int AS high,
      count(*) FILTER (WHERE level = 'EXTREME')::int AS extreme, bool_or("isSample") AS "isSample"
    FROM members GROUP BY head HAVING count(DISTINCT "agencyId") > 1
    ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${first})
  SELECT r."titleTh", clusters.*, coalesce(copied.agencies, 0) AS "copiedAgencyCount", shown.risks
  FROM clusters JOIN "Risk" r ON r.id = clusters.head LEFT JOIN copied USING (head) CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('id', id, 'score', score, 'isIdentical', "isIdentical") ORDER BY score DESC, id) AS risks
    FROM (SELECT * FROM members WHERE members.head = clusters.head ORDER BY score DESC, id LIMIT ${RISKS_SHOWN}) most) shown
  ORDER BY "agencyCount" DESC, "riskCount" DESC, head`;
