import type { AuditDigest } from '@registry/prisma/generated/client/client.ts';
import { AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { whereInput } from '../graphql/filters/inputs.ts';
import { conditionsOf, shapeOf } from '../graphql/filters/shape.ts';
import { DateTimeFilter, enumFilter, StringFilter } from '../graphql/filters/value-filters.ts';
import { meetsNothing, type Shape, type Where } from '../graphql/filters/where.logic.ts';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { AuditActionEnum, AuditedEntity } from './audit.enums.ts';
import { AuditEntry, AuditEntryConnection } from './audit-entry.type.ts';
import { type AuditWindow, auditPage, auditPages } from './audit-page.ts';
import type { AuditPlace } from './audit-place.logic.ts';
import type { TrailEntry } from './trail-entry.ts';

const AuditEntryWhere = whereInput(
  'AuditEntryWhere',
  { th: 'บันทึกการเปลี่ยนแปลง', en: 'entries of the audit trail' },
  {
    agency: AgencyWhere,
    entity: enumFilter('AuditedEntityFilter', AuditedEntity),
    action: enumFilter('AuditActionFilter', AuditActionEnum),
    act: StringFilter,
    at: DateTimeFilter,
  },
  { isComplete: true },
);

const agencyShape = shapeOf('Agency');
const entryShape = shapeOf('AuditEntry');
/** The same as clients know it: an entry is of an agency, though it is joined to none. */
const shownShape: Shape = {
  ...entryShape,
  fields: { ...entryShape.fields, agency: { kind: 'RELATED', isRequired: false, shape: () => agencyShape } },
};

/** Readers of all trails do not see what agencies wrote; members see their own agency's entries in full. */
const isAuditor = ({ viewer }: Context): boolean => viewer.agency === null;

/** An entry as the auditor reads it, without values. */
const undisclosed = (digest: AuditDigest): TrailEntry => ({
  ...digest,
  entityId: null,
  partOfId: null,
  before: null,
  after: null,
  reason: null,
});

const order = {
  newest: [{ at: 'desc' }, { agencyId: 'desc' }, { seq: 'desc' }],
  oldest: [{ at: 'asc' }, { agencyId: 'asc' }, { seq: 'asc' }],
} as const;

/** Entries on one side of a place, in the order of the list. */
const beyond = ({ at, agencyId, seq }: AuditPlace, side: 'lt' | 'gt') => ({
  OR: [{ at: { [side]: at } }, { at, agencyId: { [side]: agencyId } }, { at, agencyId, seq: { [side]: seq } }],
});

const within = ({ olderThan, newerThan }: AuditWindow) => [
  ...(olderThan ? [beyond(olderThan, 'lt')] : []),
  ...(newerThan ? [beyond(newerThan, 'gt')] : []),
];

const isWhere = (value: unknown): value is Where => typeof value === 'object' && value !== null;

/** The ids of the agencies that a filter means. The city's own entries have no agency, which is read as an absent value. */
async function ofAgencies(filter: Where, context: Context): Promise<Where> {
  const isMetByNone = meetsNothing(filter, agencyShape);
  const agencies = await agencyDb(context).agency.findMany({
    where: conditionsOf(isMetByNone ? { not: filter } : filter, agencyShape),
    select: { id: true },
  });
  const named = { agencyId: { in: agencies.map(({ id }) => id) } };
  return isMetByNone ? { not: named } : named;
}

/** The same conditions with agencies by their ids: an entry outlives what it points to, so it is joined to nothing. */
async function byAgencyId(where: Where, context: Context): Promise<Where> {
  const { agency, and, or, not, ...rest } = where;
  const each = (parts: unknown) =>
    Promise.all((Array.isArray(parts) ? parts : []).map((part) => byAgencyId(part, context)));
  const all = await each(and);
  if (isWhere(agency)) all.push(await ofAgencies(agency, context));
  return {
    ...rest,
    and: all,
    ...(or ? { or: await each(or) } : {}),
    ...(isWhere(not) ? { not: await byAgencyId(not, context) } : {}),
  };
}

async function conditionsOn(where: Where | null | undefined, context: Context): Promise<Where> {
  // Problems in its texts are reported for the filter as the client gave it.
  conditionsOf(where, shownShape);
  return conditionsOf(await byAgencyId(where ?? {}, context), entryShape);
}

builder.queryFields((t) => ({
  auditTrail: t.connection(
    {
      type: AuditEntry,
      extensions: auditPages,
      nullable: true,
      description:
        'บันทึกการเปลี่ยนแปลงของหน่วยงานตน หรือของทุกหน่วยงานสำหรับผู้ตรวจสอบ ใหม่สุดก่อน · The audit trail, newest first: of its own agency for editors, approvers and administrators; of all agencies, without values and reasons, for the auditor. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: { where: t.arg({ type: AuditEntryWhere, description: 'เงื่อนไข · Conditions.' }) },
      resolve: async (_root, args, context) => {
        const { auditEntry, auditDigest } = agencyDb(context);
        const where = await conditionsOn(args.where, context);
        const pageOf = (window: AuditWindow) => ({
          where: { AND: [where, ...within(window)] },
          orderBy: [...order[window.from]],
          take: window.size,
        });
        return auditPage(
          args,
          isAuditor(context)
            ? {
                read: async (window) => (await auditDigest.findMany(pageOf(window))).map(undisclosed),
                count: () => auditDigest.count({ where }),
              }
            : { read: (window) => auditEntry.findMany(pageOf(window)), count: () => auditEntry.count({ where }) },
        );
      },
    },
    AuditEntryConnection,
  ),
}));
