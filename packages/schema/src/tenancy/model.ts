import { models as facts } from '@registry/prisma/generated/model.ts';

/**
 * How rows of a model are owned: by everybody; by an agency, with a disclosure; by an agency, but published to everybody; by an agency
 * alone; by the city's library; by either of these, as what is searched and compared of records; by the centre; by the keeper of reference data; by the audit trail, or what the auditor reads of it; by the accounts of an
 * agency; by an agency, or the city, as who holds which role; or by one person, who may share it.
 */
export type Ownership =
  | 'reference'
  | 'tenant'
  | 'published'
  | 'agencyOnly'
  | 'library'
  | 'searched'
  | 'centre'
  | 'keeper'
  | 'audit'
  | 'digest'
  | 'members'
  | 'roles'
  | 'personal';

type Relation = { readonly model: string; readonly isList: boolean };
type Model = { readonly ownership: Ownership; readonly relations: Readonly<Record<string, Relation>> };

const referenceModels = new Set([
  'Agency',
  'Framework',
  'FrameworkDimension',
  'FrameworkMission',
  'FrameworkSubMission',
  'RiskMethod',
  'RiskMethodLevel',
  'RiskScalePoint',
  'RiskMethodCell',
  'ItaRuleSet',
  'ItaInstrument',
  'ItaIndicator',
  'ItaGradeBand',
  'OitTopic',
  'ItaRound',
  'OitChecklistItem',
  'ItaRoundStep',
  'Holiday',
  'LegalClock',
  'DocumentRule',
  'Oversight',
]);

const exceptions: Readonly<Record<string, Ownership>> = {
  IntegrityTarget: 'reference',
  Account: 'members',
  Membership: 'roles',
  Invitation: 'roles',
  ServiceKey: 'roles',
  AuditEntry: 'audit',
  AuditDigest: 'digest',
  Edition: 'published',
  LibraryRisk: 'library',
  LibraryMeasure: 'library',
  SearchText: 'searched',
  TextFingerprint: 'searched',
  CrossAgencyFinding: 'centre',
  CrossAgencyEvidence: 'centre',
  TrustedDocument: 'keeper',
  TrustedDocumentClient: 'keeper',
  TrustedDocumentUse: 'keeper',
  SavedQuery: 'personal',
  SavedQueryVersion: 'personal',
  SavedQueryFavourite: 'personal',
  SavedQueryRun: 'personal',
};

function ownershipOf(name: string, columns: ReadonlySet<string>): Ownership {
  const exception = exceptions[name];
  if (exception) return exception;
  if (columns.has('agencyId')) return columns.has('disclosure') ? 'tenant' : 'agencyOnly';
  if (referenceModels.has(name)) return 'reference';
  // A model without a classification belongs to no scope, so it cannot be read.
  return 'agencyOnly';
}

/** What scoping needs to know of each Prisma model. */
export const models: Readonly<Record<string, Model>> = Object.fromEntries(
  Object.entries(facts).map(([name, { columns, relations }]) => [
    name,
    { ownership: ownershipOf(name, new Set(Object.keys(columns))), relations },
  ]),
);

export const isPersonal = (model: string): boolean => models[model]?.ownership === 'personal';

/**
 * Relations from one record of an agency to another with its own life cycle, whose disclosure may be lower. A nested read cannot filter
 * them, so they are read through a loader (`x.loader.ts`) in the viewer's scope.
 */
export const crossRecordRelations: ReadonlySet<string> = new Set([
  'Mitigation.project',
  'IntegrityActivity.project',
  'IntegrityActivity.committee',
  'Committee.order',
  'IntegrityActivity.indicator',
  'SwotItemRisk.risk',
  'SwotItemProject.project',
  'RiskPower.power',
  'DelegationOrder.supersededBy',
  'DelegatedPower.revokedByOrder',
  'Finding.plan',
  'Finding.project',
  'Finding.analysis',
  'Finding.register',
  'Finding.risk',
  'Finding.order',
  'Finding.mitigation',
  'Finding.declaration',
  'Finding.activity',
  'Finding.giftReport',
  'Finding.itaAssessment',
  'Finding.publicItem',
  'Finding.yearReport',
  'Finding.internalAudit',
  'Finding.auditObservation',
  'Risk.carriedFrom',
  'RiskRegister.carriedFrom',
  'RiskRegister.committee',
  'Plan.copiedFrom',
  'Project.copiedFrom',
  'LibraryResponse.risk',
  'Edition.plan',
  'Edition.analysis',
  'Edition.register',
]);
