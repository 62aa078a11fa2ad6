import { getDatamodel } from '@registry/prisma/generated/pothos.ts';
import { builder } from '../graphql/builder.ts';
import { models } from '../tenancy/model.ts';
import { words } from './audit-labels.logic.ts';
import type { AuditAction } from './audit-summary.logic.ts';

const actions: Readonly<Record<string, { value: AuditAction; description: string }>> = {
  CREATED: { value: 'INSERT', description: 'เพิ่ม · It was added.' },
  CHANGED: { value: 'UPDATE', description: 'แก้ไข · It was changed.' },
  REMOVED: { value: 'DELETE', description: 'ลบ · It was removed.' },
};

export const AuditActionEnum = builder.enumType('AuditAction', {
  description: 'ลักษณะการเปลี่ยนแปลง · What happened to the row.',
  values: actions,
});

/** What is derived from rows whose changes are in the trail already, the trail itself, a log that is one by itself, and what the server keeps for its own use. */
const unaudited: ReadonlySet<string> = new Set([
  'RegisterSummary',
  'RegisterDueDay',
  'SearchText',
  'ContentRevision',
  'TextFingerprint',
  'AuditEntry',
  'AuditDigest',
  'AuditHead',
  'Dataset',
  'IdempotencyRecord',
  'SpentCost',
  'BrowserSession',
  'TrustedDocumentUse',
  'SavedQueryRun',
]);

/** Every model that the database audits. */
const auditedModels = Object.keys(models).filter((name) => !unaudited.has(name));

const documented = getDatamodel().datamodel.models;

export const AuditedEntity = builder.enumType('AuditedEntity', {
  description: 'ประเภทข้อมูลที่บันทึกการเปลี่ยนแปลง · Kind of row that the audit trail is about.',
  values: Object.fromEntries(
    auditedModels.map((model) => [
      words(model).replaceAll(' ', '_').toUpperCase(),
      { value: model, description: documented[model]?.documentation ?? model },
    ]),
  ),
});
