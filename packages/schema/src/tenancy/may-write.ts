import { isPersonal, models } from './model.ts';
import { isOwnRow } from './personal.ts';
import { isCentre, type Scope } from './scope.ts';

type Kind = 'add' | 'change' | 'remove';

const kinds: Readonly<Record<string, Kind>> = {
  create: 'add',
  createMany: 'add',
  createManyAndReturn: 'add',
  update: 'change',
  updateMany: 'change',
  updateManyAndReturn: 'change',
  delete: 'remove',
  deleteMany: 'remove',
};

type Models = Readonly<Record<Kind, readonly string[]>>;

/** The centre moves records on, says why, and keeps the risk library. */
const writtenByCentre: Models = {
  add: ['StatusChange', 'ReviewComment', 'LibraryRisk', 'LibraryMeasure'],
  change: ['Plan', 'SwotAnalysis', 'RiskRegister', 'YearReport', 'LibraryRisk'],
  remove: ['LibraryMeasure'],
};

/** The keeper of reference data adds methods, frameworks and rule sets of the ITA with their parts, completes them, keeps topics of the OIT and rounds with their checklists and calendars, sets targets of the nation and the city, opens and closes agencies, records oversight, gives roles and keys, and registers and withdraws documents of front ends. */
const writtenByReferenceKeeper: Models = {
  add: [
    'RiskMethod',
    'RiskMethodLevel',
    'RiskScalePoint',
    'RiskMethodCell',
    'Framework',
    'FrameworkDimension',
    'FrameworkMission',
    'FrameworkSubMission',
    'ItaRuleSet',
    'ItaInstrument',
    'ItaIndicator',
    'ItaGradeBand',
    'ItaRound',
    'OitTopic',
    'OitChecklistItem',
    'ItaRoundStep',
    'IntegrityTarget',
    'Agency',
    'Oversight',
    'Membership',
    'Invitation',
    'ServiceKey',
    'TrustedDocument',
    'TrustedDocumentClient',
  ],
  change: [
    'Agency',
    'Oversight',
    'Membership',
    'Invitation',
    'ServiceKey',
    'Framework',
    'ItaRuleSet',
    'ItaRound',
    'OitTopic',
    'OitChecklistItem',
    'IntegrityTarget',
  ],
  remove: ['ItaRoundStep', 'OitChecklistItem', 'TrustedDocumentClient'],
};

/** What people keep for themselves, whichever their scope. */
const writtenByPeople: Models = {
  add: ['SavedQuery', 'SavedQueryVersion', 'SavedQueryFavourite', 'SavedQueryRun'],
  change: ['SavedQuery'],
  remove: ['SavedQueryFavourite'],
};

const nothing: Models = { add: [], change: [], remove: [] };

function writtenBy(scope: Scope): Models {
  if (isCentre(scope)) return writtenByCentre;
  return scope.kind === 'reference' ? writtenByReferenceKeeper : nothing;
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const rowsOf = (data: unknown): readonly unknown[] => (Array.isArray(data) ? data : [data]);

/** A write through a relation would reach rows without a filter: every row is written by its own operation. */
function assertFlat(model: string, data: unknown): void {
  for (const row of rowsOf(data)) {
    const relation = isRow(row) ? Object.keys(row).find((name) => models[model]?.relations[name]) : undefined;
    if (relation) throw new Error(`${model}.${relation} is written through a relation: write its rows by themselves.`);
  }
}

function assertMayKeep(model: string, kind: Kind, data: unknown, scope: Scope): void {
  if (!writtenByPeople[kind].includes(model)) throw new Error(`To ${kind} a ${model} is for nobody.`);
  if (kind !== 'add') return;
  for (const row of rowsOf(data))
    if (!isRow(row) || !isOwnRow(row, scope)) throw new Error(`A ${model} can only be added to the viewer's own.`);
}

/** The first wall of writing: an agency adds rows to itself alone, and a city role writes only what is its duty. */
export function assertMayWrite(model: string, operation: string, data: unknown, scope: Scope): void {
  const kind = kinds[operation];
  if (!kind) return;
  assertFlat(model, data);
  if (isPersonal(model)) {
    assertMayKeep(model, kind, data, scope);
    return;
  }
  if (scope.kind !== 'agency') {
    if (writtenBy(scope)[kind].includes(model)) return;
    throw new Error(`A ${model} is not written by the scope ${scope.kind}.`);
  }
  if (kind !== 'add') return;
  for (const row of rowsOf(data)) {
    if (!isRow(row) || row.agencyId !== scope.agencyId)
      throw new Error(`A ${model} can only be added to the viewer's own agency.`);
  }
}
