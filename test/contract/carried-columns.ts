import { models } from '@registry/prisma/generated/model.ts';

type Omitted = Readonly<Record<string, string>>;

export const NEW_ROW: Omitted = {
  id: 'a row of its own',
  disclosure: 'follows from the status of its record',
  version: 'counts from 1',
  createdAt: 'made now',
  updatedAt: 'made now',
};
export const MADE_HERE: Omitted = {
  origin: 'entered by the agency, whatever it comes from',
  sourceDocument: 'the document is that of the old one',
  sourceSection: 'the document is that of the old one',
};
const AT_THE_END: Omitted = { sequenceNo: 'the next of the plan', sortOrder: 'the next of the plan' };
const IN_ORDER: Omitted = { sortOrder: 'numbered anew, in the same order' };

/** Columns and lists of a model that the act leaves behind, each with its reason. */
type Copied = { readonly columns: Omitted; readonly lists: Omitted; readonly carriedLists: readonly string[] };

/** What a project leaves behind in another plan, with its parts. */
const copiedProject = {
  Project: {
    columns: {
      ...NEW_ROW,
      ...MADE_HERE,
      planId: 'belongs to the new plan',
      copiedFromId: 'points to the project that it continues',
      fiscalYears: 'at the same place of the new period',
      status: 'begins as planned',
      printedTitle: 'printed in the old plan',
      inferred: 'of the document of the old plan',
      periodPrinted: 'printed in the old plan',
      responsiblePrinted: 'printed in the old plan',
    },
    carriedLists: ['steps', 'targetGroups', 'indicators', 'units', 'budgetLines'],
    lists: {
      notes: 'what was noticed in the document of the old plan',
      progressReports: 'reported on in the course of its own years',
      activities: 'held for it in its own years',
      reportItems: 'what year reports tell of it in its own years',
      mitigations: 'a mitigation names one project',
      swotItems: 'an item of a SWOT analysis names its project',
      statusChanges: 'a life of its own',
      reviewComments: 'the centre commented on the old plan',
      copies: 'nothing continues it yet',
      findings: 'found anew by the registry',
    },
  },
  ProjectStep: {
    columns: {
      ...NEW_ROW,
      projectId: 'belongs to the new project',
      parentId: 'the new row of the same step',
      ...IN_ORDER,
    },
    carriedLists: [],
    lists: { children: 'rows of the same kind' },
  },
  TargetGroup: {
    columns: { ...NEW_ROW, ...IN_ORDER, projectId: 'belongs to the new project' },
    carriedLists: [],
    lists: {},
  },
  Indicator: {
    columns: {
      ...NEW_ROW,
      ...IN_ORDER,
      projectId: 'belongs to the new project',
      inferred: 'of the document of the old plan',
    },
    carriedLists: [],
    lists: { values: 'reported in the course of its own years', activities: 'measured in its own years' },
  },
  ProjectUnit: { columns: { ...NEW_ROW, projectId: 'belongs to the new project' }, carriedLists: [], lists: {} },
  BudgetLine: {
    columns: {
      ...NEW_ROW,
      ...MADE_HERE,
      projectId: 'belongs to the new project',
      fiscalYear: 'of the new period',
      status: 'money is asked for anew',
      amount: 'money is asked for anew',
    },
    carriedLists: [],
    lists: {},
  },
};

/** What each act leaves behind, by model. */
export const copies: Readonly<Record<string, Readonly<Record<string, Copied>>>> = {
  carryForwardRiskRegister: {
    Risk: {
      columns: {
        ...NEW_ROW,
        ...MADE_HERE,
        registerId: 'belongs to the new register',
        fiscalYear: 'of the new register',
        carriedFromId: 'points to the risk that it continues',
        level: 'assessed anew each year',
        score: 'assessed anew each year',
        likelihood: 'assessed anew each year',
        impact: 'assessed anew each year',
        currentAssessmentId: 'assessed anew each year',
      },
      carriedLists: ['causes', 'controls', 'mitigations', 'powers'],
      lists: {
        assessments: 'assessed anew each year',
        acceptances: 'a risk is accepted as it was assessed',
        swotItems: 'an item of the SWOT analysis of the old year',
        findings: 'found anew by the registry',
        carriedTo: 'nothing continues it yet',
        reviewComments: 'the centre commented on the old register',
        libraryResponses: 'the agency answered the library once',
        reportItems: 'what year reports tell of the old one',
      },
    },
    RiskCause: { columns: { ...NEW_ROW, ...IN_ORDER, riskId: 'belongs to the new risk' }, carriedLists: [], lists: {} },
    Control: {
      columns: { ...NEW_ROW, ...MADE_HERE, ...IN_ORDER, riskId: 'belongs to the new risk' },
      carriedLists: [],
      lists: {},
    },
    Mitigation: {
      columns: {
        ...NEW_ROW,
        ...MADE_HERE,
        ...IN_ORDER,
        riskId: 'belongs to the new risk',
        fiscalYear: 'of the new register',
        doneOn: 'only open work is carried',
        cancelReasonTh: 'only open work is carried',
      },
      carriedLists: [],
      lists: { findings: 'found anew by the registry', reportMeasures: 'what year reports tell of the old one' },
    },
    RiskPower: { columns: { ...NEW_ROW, riskId: 'belongs to the new risk' }, carriedLists: [], lists: {} },
  },
  copyPlan: copiedProject,
  copyProject: {
    ...copiedProject,
    Project: { ...copiedProject.Project, columns: { ...copiedProject.Project.columns, ...AT_THE_END } },
  },
  copyDelegationOrder: {
    DelegatedPower: {
      columns: {
        ...NEW_ROW,
        lineNo: 'numbered anew, in the same order',
        orderId: 'belongs to the new order',
        revokedOn: 'only lines that are not revoked are copied',
        revokedByOrderId: 'only lines that are not revoked are copied',
      },
      carriedLists: [],
      lists: { uses: 'reported on under the old order', risks: 'a risk names the line of the order that is in force' },
    },
  },
  copySwotAnalysis: {
    SwotItem: {
      columns: { ...NEW_ROW, ...MADE_HERE, analysisId: 'belongs to the new analysis' },
      carriedLists: [],
      lists: {
        risks: 'a risk of the old year',
        projects: 'linked to the projects of its own year',
        reviewComments: 'the centre commented on the old analysis',
      },
    },
  },
};

export const carriedColumns = (act: string, model: string): string[] =>
  Object.keys(models[model]?.columns ?? {}).filter((column) => !(column in (copies[act]?.[model]?.columns ?? {})));
