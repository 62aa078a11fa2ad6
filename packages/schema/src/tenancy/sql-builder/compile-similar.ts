import type { Statement } from '@registry/prisma/statement-batch.ts';
import type { WithinScope } from './grouped-rows.ts';
import { SqlBuilder } from './sql-builder.ts';
import { whereSql } from './where.ts';

/** Records that are compared with others: their model, and the column by which one continues another. */
export type ComparedRecord = {
  readonly model: 'Risk' | 'Project';
  readonly continues: 'carriedFromId' | 'copiedFromId';
  /** What they are compared with. */
  readonly kinds: readonly ('RISK' | 'PROJECT' | 'LIBRARY_RISK')[];
};

export type SimilarQuestion = {
  readonly record: ComparedRecord;
  readonly ids: readonly string[];
  /** How many are read for each. */
  readonly first: number;
  readonly minScore: number;
};

/**
 * The records most like each of some, as one statement. The scope comes before comparing. Records that continue the same one through the
 * years are no finding, and left out.
 */
export function compileSimilar({ record, ids, first, minScore }: SimilarQuestion, scope: WithinScope): Statement {
  const builder = new SqlBuilder();
  const within = (model: string, table: string, where = {}): string =>
    whereSql(builder, { model, table }, scope(model, where)) ?? 'true';
  const { model, continues } = record;
  const asked = `SELECT f.id, f."agencyId", f.identity, f.size, f.bits FROM "TextFingerprint" f WHERE ${within('TextFingerprint', 'f', { id: { in: ids } })}`;
  const line = `SELECT id AS of, "agencyId", id FROM asked
    UNION SELECT line.of, line."agencyId", r.id FROM line
    JOIN "${model}" own ON own."agencyId" = line."agencyId" AND own.id = line.id AND ${within(model, 'own')}
    JOIN "${model}" r ON r."agencyId" = line."agencyId" AND (r.id = own."${continues}" OR r."${continues}" = own.id) AND ${within(model, 'r')}`;
  const least = builder.value(minScore);
  const near = `SELECT f.id, f.kind, f.identity = asked.identity AS "isIdentical", score FROM "TextFingerprint" f
    CROSS JOIN LATERAL (SELECT app.fingerprint_similarity(asked.bits, f.bits) AS score OFFSET 0) compared
    WHERE ${within('TextFingerprint', 'f', { kind: { in: record.kinds } })}
      AND least(f.size, asked.size)::float8 / nullif(greatest(f.size, asked.size), 0) >= ${least}::float8 AND score >= ${least}::float8
      AND NOT EXISTS (SELECT FROM line WHERE line.of = asked.id AND line.id = f.id)
    ORDER BY score DESC, f.id LIMIT ${builder.value(first)}`;
  return {
    text: `WITH RECURSIVE asked AS MATERIALIZED (${asked}), line AS (${line})
      SELECT asked.id AS of, near.id, near.kind, near."isIdentical", near.score FROM asked CROSS JOIN LATERAL (${near}) near
      ORDER BY 1, near.score DESC, near.id`,
    values: builder.values,
  };
}
