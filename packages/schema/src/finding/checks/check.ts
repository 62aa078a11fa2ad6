import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { RuleBasisName } from '../../graphql/rule-basis.ts';
import type { CheckedModel } from '../../tenancy/derivation.ts';

/**
 * The findings of an agency on a day, about some records or (null) all of them. These are the parameters of the statement, not their
 * values: its text is the same for every agency and day, so that PostgreSQL plans it once.
 */
export type Asked = {
  readonly agencyId: Prisma.Sql;
  readonly today: Prisma.Sql;
  /** Fiscal year of that day. */
  readonly fiscalYear: Prisma.Sql;
  readonly recordIds: Prisma.Sql | null;
};

/** One thing that the registry checks, with what it says to people when it finds it. */
export type FindingCheck = {
  readonly code: string;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly titleTh: string;
  readonly titleEn: string;
  /** Whether a law, a document or the registry itself asks for what is checked; of mixed ones, what makes it a finding on that day. */
  readonly basis: RuleBasisName;
  /** The law or document that the check rests on, or that it is the registry's own. */
  readonly basisTh: string;
  /** The sentence of each finding; `%1$s`, `%2$s` … are the words that `found` selects. */
  readonly messageTh: string;
  readonly messageEn: string;
  /**
   * Selects a row for each finding, over the tables that its domain prepares: `key` (the subject's own id, so that a finding is known
   * again), `refs` (columns of the finding as jsonb), `said` (the words of the messages) and `origin` (that of the subject's record).
   */
  readonly found: (asked: Asked) => Prisma.Sql;
};

/** Checks of one kind of record, and the tables that they share. */
export type CheckDomain = {
  readonly name:
    | 'plan'
    | 'swot'
    | 'register'
    | 'order'
    | 'funding'
    | 'power'
    | 'duty'
    | 'ita'
    | 'declaration'
    | 'activity'
    | 'plan-report'
    | 'bribery-report'
    | 'publication'
    | 'gift'
    | 'internal-audit'
    | 'oit';
  /** The records whose change calls for these checks. */
  readonly models: readonly CheckedModel[];
  /** The column by which a finding belongs to a record of the first of these models; null where the checks look at the agency as a whole. */
  readonly column: 'planId' | 'analysisId' | 'registerId' | 'orderId' | null;
  /** By name; where domains share a table, both give the same rows. */
  readonly tables: (asked: Asked) => Readonly<Record<string, Prisma.Sql>>;
  readonly checks: readonly FindingCheck[];
};

/** Whether a row of the agency is one of those asked about. */
export const isAsked = (table: string, { agencyId, recordIds }: Asked): Prisma.Sql => {
  const ofAgency = Prisma.sql`${column(table, 'agencyId')} = ${agencyId}`;
  return recordIds ? Prisma.sql`${ofAgency} AND ${column(table, 'id')} = ANY(${recordIds})` : ofAgency;
};

/** Whether a row of `part` is the agency's and belongs to a row of `whole`: the condition of every join. */
export const partOf = (part: string, link: string, whole: string, { agencyId }: Asked): Prisma.Sql =>
  Prisma.sql`${column(part, 'agencyId')} = ${agencyId} AND ${column(part, link)} = ${column(whole, 'id')}`;

const column = (table: string, name: string): Prisma.Sql => Prisma.raw(`${table}."${name}"`);

/** A text as a literal of SQL: what a check says is a part of the statement, never a value of it. */
export const literal = (text: string): Prisma.Sql => Prisma.raw(`'${text.replaceAll("'", "''")}'`);
