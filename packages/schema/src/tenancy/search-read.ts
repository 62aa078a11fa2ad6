import { scopeOf } from './scope.ts';
import {
  type CompiledSearch,
  compileSearch,
  type SearchQuestion,
  type SearchSource,
} from './sql-builder/compile-search.ts';
import { type Arguments, isObject, NotCompilable } from './sql-builder/sql-builder.ts';
import { callerOf, type Scoped } from './tenancy.ts';
import { whereWithin } from './where-within.ts';

/** A record that was found, with the texts of its fields in the order of its source. */
export type Hit<Source extends SearchSource> = {
  readonly source: Source;
  readonly id: string;
  readonly score: number;
  readonly texts: readonly (string | null)[];
  /** What was selected of the record; null when it is gone, absent when it was not read. */
  readonly record?: Arguments | null;
};

export type Hits<Source extends SearchSource> = {
  /** How many records hold what is sought, of which the closest are read. */
  readonly total: number;
  /** Whether that is all of them: in the whole city no more than a few thousand are looked at. */
  readonly isComplete: boolean;
  readonly hits: readonly Hit<Source>[];
};

type Row = Omit<Hit<SearchSource>, 'source' | 'record'> & {
  readonly record?: unknown;
  readonly kind: string;
  readonly total: number;
  readonly complete: boolean;
};

/** The search with the selected records, where all are of one kind: for more, planning costs more than a statement for each. */
function compiled<Source extends SearchSource>(
  scoped: Scoped,
  question: SearchQuestion<Source>,
  selection: Arguments,
): CompiledSearch {
  const { tenancy, viewer } = scoped;
  const scope = scopeOf(viewer);
  const searched = { within: whereWithin(scoped), isCity: scope.kind === 'city' };
  const [source, ...others] = question.sources;
  if (Object.keys(selection).length === 0 || !source || others.length > 0 || !tenancy.isCompiling)
    return compileSearch(question, searched);
  try {
    return compileSearch({ ...question, record: tenancy.within(scope, source.model, selection) }, searched);
  } catch (error) {
    if (error instanceof NotCompilable) return compileSearch(question, searched);
    throw error;
  }
}

/** Searches the records that the viewer may see, in one statement. */
export async function readHits<Source extends SearchSource>(
  scoped: Scoped,
  question: SearchQuestion<Source>,
  selection: Arguments,
): Promise<Hits<Source>> {
  const { decode: decodeRow, ...statement } = compiled(scoped, question, selection);
  const decode =
    decodeRow &&
    ((row: unknown): Arguments | null => {
      const record = row ? decodeRow(row) : null;
      return isObject(record) ? record : null;
    });
  const rows = await scoped.tenancy.query<Row>(scopeOf(scoped.viewer), statement, callerOf(scoped));
  const hits = rows.flatMap(({ id, kind, score, texts, record }) => {
    const source = question.sources.find((each) => each.kind === kind);
    if (!source) return [];
    const hit = { source, id, score, texts: texts ?? [] };
    return [decode ? { ...hit, record: decode(record) } : hit];
  });
  return { total: rows[0]?.total ?? 0, isComplete: rows[0]?.complete ?? true, hits };
}
