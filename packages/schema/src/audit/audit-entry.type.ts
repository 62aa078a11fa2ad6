import { models } from '@registry/prisma/generated/model.ts';
import type { GraphQLSchema } from 'graphql';
import { accountNameById } from '../agency/account.loader.ts';
import { agencyById, agencyNameById } from '../agency/agency.loader.ts';
import { Agency } from '../agency/agency.type.ts';
import { bilingual } from '../base/meaning.logic.ts';
import type { Message } from '../base/message.logic.ts';
import { builder } from '../graphql/builder.ts';
import { RoleEnum } from '../graphql/enums.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import type { Context } from '../tenancy/context.ts';
import { AuditActionEnum, AuditedEntity } from './audit.enums.ts';
import { addedRow } from './audit.loader.ts';
import { type FieldChange, fieldChanges, imageOf, namedChanges, nameOfRow } from './audit-changes.logic.ts';
import { columnOf, isOwnAct, labelOfAct, labelOfEntity, labelOfRole, labelOfRow } from './audit-labels.ts';
import { besidesStep, stepOf } from './audit-steps.logic.ts';
import { type Named, summaryOf } from './audit-summary.logic.ts';
import type { TrailEntry } from './trail-entry.ts';

/** Members see the values in their own agency's trail; readers of other trails see who did what and when, but no business data. */
const showsValues = ({ viewer }: Context, { agencyId }: TrailEntry): boolean => viewer.agency?.id === agencyId;

const isNode = (model: string): boolean => builder.configStore.hasImplementation(model);

/** A key of another row as the id by which clients know it. */
const asLink = (target: string | null, value: string | null): string | null =>
  value !== null && target !== null && isNode(target) ? encodeGlobalId(target, value) : value;

const changesIn = ({ before, after, fields }: TrailEntry): FieldChange[] =>
  fields ? namedChanges(fields) : fieldChanges(imageOf(before), imageOf(after));

type Change = FieldChange & { readonly label: Message };

const AuditChange = builder.objectRef<Change>('AuditChange').implement({
  description: 'ข้อมูลหนึ่งช่องที่เปลี่ยน · One field that was changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'ชื่อช่องในระบบ · Name of the field.' }),
    labelTh: t.string({ description: 'ชื่อช่องภาษาไทย · Its name in Thai.', resolve: ({ label }) => label.th }),
    labelEn: t.string({ description: 'ชื่อช่องภาษาอังกฤษ · Its name in English.', resolve: ({ label }) => label.en }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'ค่าเดิม · Value before, as text; null when there was none, and for auditors.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'ค่าใหม่ · Value after, as text; null when there is none, and for auditors.',
    }),
  }),
});

const isRoleInAgency = (role: string): boolean =>
  ['VIEWER', 'EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN'].includes(role);

/** Who did it: a member by name, for members; else the role, and the agency for which it was done. */
async function whoDid(entry: TrailEntry, context: Context, schema: GraphQLSchema): Promise<Message> {
  const name = await accountNameById(context).load(entry.accountId);
  if (name !== null) return bilingual(name);
  if (isOwnAct(entry.act)) return { th: 'ระบบ', en: 'The system' };
  if (entry.role === null) return { th: 'ผู้ใช้', en: 'A user' };
  const role = labelOfRole(schema, entry.role);
  const agency = isRoleInAgency(entry.role) ? await agencyNameById(context).load(entry.agencyId) : null;
  return agency ? { th: `${role.th} ${agency.th}`, en: `${role.en}, ${agency.en}` } : role;
}

async function whatChanged(
  entry: TrailEntry,
  context: Context,
  schema: GraphQLSchema,
): Promise<{ what: Named; partOf: Named | null }> {
  const { agencyId, entity, entityId, partOfId } = entry;
  const what = { label: labelOfEntity(entity), name: null };
  if (!showsValues(context, entry)) return { what, partOf: null };
  // An account's role is shown only to those who may know whose it is.
  if (entity === 'Membership' && partOfId)
    return { what: { ...what, name: await accountNameById(context).load(partOfId) }, partOf: null };
  const row = { ...imageOf(entry.before), ...imageOf(entry.after) };
  const [added, owner] = await Promise.all([
    entry.action === 'UPDATE' && entityId ? addedRow(context).load({ agencyId, id: entityId }) : null,
    partOfId ? addedRow(context).load({ agencyId, id: partOfId }) : null,
  ]);
  return {
    what: { label: labelOfRow(schema, entity, row), name: added ? added.name : nameOfRow(row) },
    partOf: owner && { label: labelOfEntity(owner.entity), name: owner.name },
  };
}

async function summary(entry: TrailEntry, context: Context, schema: GraphQLSchema): Promise<Message> {
  const [who, { what, partOf }] = await Promise.all([
    whoDid(entry, context, schema),
    whatChanged(entry, context, schema),
  ]);
  const changed = entry.action === 'UPDATE' ? changesIn(entry).map(({ field }) => field) : [];
  const { status } = imageOf(entry.after);
  const step = stepOf({ act: entry.act, entity: entry.entity, fields: changed, status });
  const told = step ? besidesStep(changed) : changed;
  const fields = told.map((field) => columnOf(entry.entity, field).label);
  return summaryOf({ who, action: entry.action, step, what, partOf, fields, at: entry.at });
}

/** An entry tells each column of a row once. */
const columnsMax = Math.max(...Object.values(models).map(({ columns }) => Object.keys(columns).length));

export const AuditEntry = builder.objectRef<TrailEntry>('AuditEntry').implement({
  description:
    'รายการบันทึกการเปลี่ยนแปลง ฐานข้อมูลบันทึกเองและแก้ไขไม่ได้ · One entry of the audit trail: the database itself writes it with the change, and nobody alters it.',
  fields: (t) => ({
    seq: t.int({
      description: 'ลำดับในสายบันทึกของหน่วยงาน · Number in the chain of its agency, without gaps.',
      resolve: ({ seq }) => Number(seq),
    }),
    agency: t.field({
      type: Agency,
      nullable: true,
      description: 'หน่วยงานเจ้าของสายบันทึก · The agency whose chain it is; null for the city’s own.',
      resolve: ({ agencyId }, _args, context, info) => agencyById(agencyId, context, info),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'เมื่อไร · When.' }),
    by: t.string({
      nullable: true,
      description:
        'ชื่อผู้กระทำ เห็นเฉพาะสมาชิกของหน่วยงานเดียวกัน · Who did it; shown to members of the same agency, null for others.',
      resolve: ({ accountId }, _args, context) => accountNameById(context).load(accountId),
    }),
    via: t.string({
      nullable: true,
      description:
        'ชื่อกุญแจบริการที่ทำแทนผู้กระทำ เห็นเฉพาะสมาชิกของหน่วยงานเดียวกัน ไม่ได้ทำผ่านกุญแจ = null · Name of the service key through which the person did it, shown to members of the same agency; null for others, and when no key acted for a person.',
      resolve: ({ viaAccountId }, _args, context) => viaAccountId && accountNameById(context).load(viaAccountId),
    }),
    role: t.expose('role', {
      type: RoleEnum,
      nullable: true,
      description: 'บทบาทที่ใช้ · In which role; null when the system did it, or before roles were recorded.',
    }),
    act: t.exposeString('act', { description: 'การกระทำ · Name of the act, for example assessRisk.' }),
    actTh: t.string({
      description: 'การกระทำเป็นภาษาไทย · What the act does, in Thai.',
      resolve: ({ act }, _args, _context, { schema }) => labelOfAct(schema, act).th,
    }),
    actEn: t.string({
      description: 'การกระทำเป็นภาษาอังกฤษ · What the act does, in English.',
      resolve: ({ act }, _args, _context, { schema }) => labelOfAct(schema, act).en,
    }),
    action: t.expose('action', { type: AuditActionEnum, description: 'ลักษณะการเปลี่ยนแปลง · What happened to the row.' }),
    entity: t.expose('entity', { type: AuditedEntity, description: 'ประเภทข้อมูล · Kind of row.' }),
    nodeId: t.id({
      nullable: true,
      description:
        'รหัสอ้างอิงของข้อมูล ใช้กับ `node` · Id of what was changed: pass it to `node`, which answers null when it is gone. Null for auditors, and for rows without an id of their own.',
      resolve: (entry, _args, context) =>
        entry.entityId && isNode(entry.entity) && showsValues(context, entry)
          ? encodeGlobalId(entry.entity, entry.entityId)
          : null,
    }),
    changes: t.field({
      type: [AuditChange],
      description: 'สิ่งที่เปลี่ยน · What was changed, field by field; auditors see which fields, not their values.',
      listSize: columnsMax,
      resolve: (entry, _args, context) =>
        changesIn(entry).map(({ field, before, after }) => {
          const { label, target } = columnOf(entry.entity, field);
          const shown = showsValues(context, entry)
            ? { before: asLink(target, before), after: asLink(target, after) }
            : { before: null, after: null };
          return { field, label, ...shown };
        }),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'เหตุผลที่ให้ไว้ · Why, where a reason was given; null for auditors.',
    }),
    hash: t.string({
      description: 'ค่าแฮชของรายการ ต่อจากรายการก่อนหน้า · SHA-256 of the entry and of the hash before it, in hexadecimal.',
      resolve: ({ hash }) => Buffer.from(hash).toString('hex'),
    }),
    summaryTh: t.string({
      description: 'ใคร แก้อะไร เมื่อไร เป็นประโยคภาษาไทย · Who changed what and when, as a sentence in Thai.',
      resolve: async (entry, _args, context, { schema }) => (await summary(entry, context, schema)).th,
    }),
    summaryEn: t.string({
      description: 'ใคร แก้อะไร เมื่อไร เป็นประโยคภาษาอังกฤษ · Who changed what and when, as a sentence in English.',
      resolve: async (entry, _args, context, { schema }) => (await summary(entry, context, schema)).en,
    }),
  }),
});

export const AuditEntryConnection = builder.connectionObject({ type: AuditEntry, name: 'AuditEntryConnection' });
