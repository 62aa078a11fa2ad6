import { scopeOf } from './scope.ts';
import { compileSearch, type SearchQuestion, type SearchSource } from './sql-builder/compile-search.ts';
import { callerOf, type Scoped } from './tenancy.ts';

/** A record that was found, with the texts of its fields in the order of its source. */
export type Hit<Source extends SearchSource> = {
  readonly source: Source;
  readonly id: string;
  readonly score: number;
  readonly texts: readonly (string | null)[];
};

export type Hits<Source extends SearchSource> = {
  /** How many records hold what is sought, of which the closest are read. */
  readonly total: number;
  /** Whether that is all of them: in the whole city no more than a few thousand are looked at. */
  readonly isComplete: boolean;
  readonly hits: readonly Hit<Source>[];
};

type Row = Omit<Hit<SearchSource>, 'source'> & {
  readonly kind: string;
  readonly total: number;
  readonly complete: boolean;
};

/** Searches the records that the viewer may see, in one statement. */
export async function readHits<Source extends SearchSource>(
  scoped: Scoped,
  question: SearchQuestion<Source>,
): Promise<Hits<Source>> {
  const scope = scopeOf(scoped.viewer);
  const statement = compileSearch(question, {
    within: (model, where) => scoped.tenancy.whereWithin(scope, model, where),
    isCity: scope.kind === 'city',
  });
  const rows = await scoped.tenancy.query<Row>(scope, statement, callerOf(scoped));
  const hits = rows.flatMap(({ id, kind, score, texts }) => {
    const source = question.sources.find((each) => each.kind === kind);
    return source ? [{ source, id, score, texts: texts ?? [] }] : [];
  });
  return { total: rows[0]?.total ?? 0, isComplete: rows[0]?.complete ?? true, hits };
}
