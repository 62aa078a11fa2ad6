import { type IdSlot, isNeeded, sampleInput } from '../kit/sample-input.ts';
import type { Stage } from './stage.ts';
import type { Tried } from './tried.ts';

type Asked = {
  readonly act: Tried;
  readonly record: string | null;
  readonly version: number;
  readonly stage: Stage;
};

/** A day that is over, in place of the one that samples have: what happened is said of the past. */
const inThePast = (given: object): object => JSON.parse(JSON.stringify(given).replaceAll('2026-12-01', '2026-11-02'));

/** A day on which what is planned is due. */
const LATER = '2096-12-01';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The signed announcement by which something is published. */
const announced = ({ stage }: Asked) => ({
  announcementKind: 'ANNOUNCEMENT',
  announcementNo: '1/2569',
  announcedOn: '2026-11-02',
  signedByPositionId: stage.some('Position'),
  signerCapacity: 'HOLDER',
  announcementAddress: 'https://sample.example/announcements/1',
});
const withAnnouncement = (asked: Asked) => ({ announcement: announced(asked) });

const reordered =
  (field: string, type: string, column: string) =>
  async ({ record, stage }: Asked) => ({ [field]: await stage.entriesOf(type, column, record ?? '') });

const received = () => ({ receivedOn: '2026-11-02', settledOn: '2026-11-02' });
const ofOit = () => ({ indicatorNumber: 9 });
const namedAgency = ({ record, stage }: Asked) => ({ agencyCode: stage.codeOf(record) });

/** What makes an input valid beyond its types, by act. */
const valid: Readonly<Record<string, (asked: Asked) => object | Promise<object>>> = {
  publishPlan: withAnnouncement,
  publishRiskRegister: withAnnouncement,
  publishSwotAnalysis: withAnnouncement,
  publishYearReport: withAnnouncement,
  reorderProjects: reordered('projectIds', 'Project', 'planId'),
  reorderSwotItems: reordered('itemIds', 'SwotItem', 'analysisId'),
  reorderControls: reordered('controlIds', 'Control', 'riskId'),
  reorderMitigations: reordered('mitigationIds', 'Mitigation', 'riskId'),
  announceDelegationOrder: announced,
  addMitigation: () => ({ dueOn: LATER }),
  postponeMitigation: () => ({ dueOn: LATER }),
  acceptRisk: () => ({ expiresOn: inDays(100) }),
  reportAuditFollowUp: () => ({ actionTh: 'ทดสอบ', actionOn: '2026-11-02' }),
  planInternalAudit: () => ({ plannedMonth: '2026-11-01' }),
  addAuditObservation: ({ stage }) => ({ positionId: stage.some('Position') }),
  draftGiftReport: received,
  editGiftReport: received,
  stateNoGifts: () => ({ fiscalYear: 2568 }),
  adaptLibraryRisk: ({ stage }) => ({ riskId: stage.some('Risk') }),
  addAgency: () => ({ code: 'SAMPLE-99' }),
  recordActingAppointment: ({ record, stage }) => ({ actsForId: stage.other('Position', record) }),
  recordOversight: ({ record, stage }) => ({ overseenId: stage.other('Agency', record), validFrom: LATER }),
  answerOitItem: () => ({ address: 'https://sample.example/oit/1', publishedOn: '2026-11-02' }),
  addOitChecklistItem: ofOit,
  editOitChecklistItem: ofOit,
  // An administrator of the city says in which agency.
  addMember: namedAgency,
  inviteMember: namedAgency,
  createServiceKey: (asked) => ({ ...namedAgency(asked), role: 'VIEWER', endsOn: inDays(100) }),
};

/** A valid input of an act on a record. */
export async function givenTo(asked: Asked): Promise<object> {
  const { act, record, version, stage } = asked;
  const { input } = act.mutation;
  const idOf = ({ path, types: [first = ''] }: IdSlot) => (path === act.field && record ? record : stage.some(first));
  const given = sampleInput(input, { fills: isNeeded, idOf });
  return {
    ...inThePast(given),
    ...('expectedVersion' in given ? { expectedVersion: version } : {}),
    ...(await valid[act.name]?.(asked)),
  };
}
