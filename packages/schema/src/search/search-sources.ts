import type { SearchKind } from '@registry/prisma/generated/client/enums.ts';

/**
 * What is searched: the model of each kind, whose type has the same name, and the fields in which what was found is shown, in the order
 * of `app.search_source`. Everybody reads them who reads the record.
 */
export const searchSources = [
  { kind: 'PLAN', model: 'Plan', fields: ['titleTh', 'titleEn', 'printedTitle', 'noteTh', 'noteEn'] },
  {
    kind: 'PROJECT',
    model: 'Project',
    fields: [
      ...['titleTh', 'titleEn', 'printedTitle', 'printedCode'],
      ...['objectivesTh', 'objectivesEn', 'rationaleTh', 'rationaleEn'],
    ],
  },
  { kind: 'SWOT_ITEM', model: 'SwotItem', fields: ['textTh', 'textEn'] },
  { kind: 'RISK_REGISTER', model: 'RiskRegister', fields: ['noteTh', 'noteEn'] },
  { kind: 'RISK', model: 'Risk', fields: ['titleTh', 'titleEn', 'code', 'noteTh', 'actorTh', 'actorEn'] },
  { kind: 'MITIGATION', model: 'Mitigation', fields: ['measureTh', 'measureEn'] },
  {
    kind: 'DELEGATION_ORDER',
    model: 'DelegationOrder',
    fields: ['titleTh', 'orderNo', 'legalBasisTh', 'circularNo', 'announcementNo'],
  },
  { kind: 'DELEGATED_POWER', model: 'DelegatedPower', fields: ['subjectTh', 'conditionsTh'] },
  { kind: 'FINDING', model: 'Finding', fields: ['messageTh', 'messageEn', 'code', 'basisTh'] },
  {
    kind: 'DECLARATION',
    model: 'Declaration',
    fields: ['titleTh', 'titleEn', 'textTh', 'textEn', 'signatoryPrinted', 'noteTh'],
  },
  {
    kind: 'INTEGRITY_ACTIVITY',
    model: 'IntegrityActivity',
    fields: ['titleTh', 'titleEn', 'placeTh', 'targetGroupTh', 'agendaTh', 'resolutionsTh', 'noteTh'],
  },
  { kind: 'COMMITTEE', model: 'Committee', fields: ['nameTh', 'nameEn', 'orderPrinted', 'dutiesTh', 'noteTh'] },
  { kind: 'PUBLIC_ITEM', model: 'PublicItem', fields: ['titleTh', 'titleEn', 'noteTh', 'publicationAddress'] },
  { kind: 'YEAR_REPORT', model: 'YearReport', fields: ['summaryTh', 'problemsTh', 'suggestionsTh'] },
  {
    kind: 'YEAR_REPORT_ITEM',
    model: 'YearReportItem',
    fields: ['titleTh', 'resultTh', 'problemsTh', 'suggestionsTh'],
  },
  { kind: 'INTERNAL_AUDIT', model: 'InternalAudit', fields: ['topicTh', 'topicEn', 'noteTh'] },
  {
    kind: 'AUDIT_OBSERVATION',
    model: 'AuditObservation',
    fields: ['observationTh', 'recommendationTh', 'actionTh'],
  },
  {
    kind: 'OIT_ITEM',
    model: 'OitItem',
    fields: ['noteTh', 'reviewNoteTh', 'appealTextTh', 'appealNoteTh', 'address'],
  },
  { kind: 'GUIDELINE', model: 'Guideline', fields: ['textTh', 'textEn'] },
  { kind: 'GUIDELINE_RESULT', model: 'GuidelineResult', fields: ['textTh', 'textEn', 'systemNamed', 'noteTh'] },
  { kind: 'ITA_ASSESSMENT', model: 'ItaAssessment', fields: ['gradePrinted', 'noteTh'] },
  { kind: 'LIBRARY_RISK', model: 'LibraryRisk', fields: ['titleTh', 'titleEn', 'code', 'descriptionTh'] },
  { kind: 'AGENCY', model: 'Agency', fields: ['nameTh', 'nameEn', 'code'] },
] as const satisfies readonly {
  readonly kind: SearchKind;
  readonly model: string;
  readonly fields: readonly string[];
}[];

export type SearchSource = (typeof searchSources)[number];

export const FIELDS_MAX = Math.max(...searchSources.map(({ fields }) => fields.length));
