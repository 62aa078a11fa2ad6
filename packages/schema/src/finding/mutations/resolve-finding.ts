import { isApproverOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { Edition } from '../../lifecycle/editions/edition.type.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { findingAtVersion } from '../finding.inputs.ts';
import { FindingPayload } from '../finding.payload.ts';
import { onTranscribedFinding, transcribedFinding } from '../open-finding.ts';

const ResolveInput = builder.inputType('ResolveFindingInput', {
  description: 'การระบุว่าฉบับใดแก้ไขข้อสังเกตแล้ว · In which edition a finding is resolved.',
  fields: (t) => ({
    ...findingAtVersion(t),
    editionId: t.globalID({
      for: Edition,
      required: true,
      description:
        'ฉบับที่แก้ไขแล้ว ของระเบียนเดียวกัน · The edition that says otherwise, of the record that the finding is about.',
    }),
    note: t.string({
      required: true,
      description: 'แก้ไขอย่างไร · How, at most 4,000 characters; the centre reads it too.',
    }),
  }),
});

/** The subjects of a finding and of an edition: a finding on a project names its plan, too. */
type OfRecord = {
  readonly planId: string | null;
  readonly analysisId: string | null;
  readonly registerId: string | null;
};

const isOfRecord = (finding: OfRecord, edition: OfRecord): boolean =>
  (['planId', 'registerId', 'analysisId'] as const).some(
    (key) => edition[key] !== null && edition[key] === finding[key],
  );

act({
  name: 'resolveFinding',
  description:
    'ระบุว่าข้อสังเกตจากเอกสารแก้ไขแล้วในฉบับใด · Says in which edition a finding that was transcribed with its document is resolved.',
  by: isApproverOfAgency,
  on: onTranscribedFinding,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'เป็นฉบับของรายการอื่น · an edition of another record',
    ILLEGAL_TRANSITION: 'ข้อสังเกตยุติแล้วหรือระบบเป็นผู้ตรวจพบเอง · closed already, or found by the registry itself',
  },
  input: ResolveInput,
  payload: FindingPayload,
  work: async (input, { db, accountId, agencyId }) => {
    const { id } = input.findingId;
    const finding = await transcribedFinding(db, id);
    const check = new Check();
    const note = check.text('note', input.note, { max: TEXT_MAX });
    const edition = await db.edition.findUnique({
      where: { id: input.editionId.id, agencyId },
      select: { id: true, planId: true, analysisId: true, registerId: true },
    });
    if (!edition) throw notFound('editionId');
    if (!isOfRecord(finding, edition))
      check.add(
        'editionId',
        'ฉบับนี้ไม่ใช่ของระเบียนที่ข้อสังเกตกล่าวถึง',
        'The edition is not of the record that the finding is about.',
      );
    check.refuse();
    await requireVersion(
      db.finding.updateMany({
        where: { id, version: input.expectedVersion },
        data: {
          closedAs: 'RESOLVED',
          resolvedInId: edition.id,
          dismissalReason: note,
          dismissedAt: new Date(),
          dismissedById: accountId,
          version: { increment: 1 },
        },
      }),
    );
    return { findingId: id };
  },
});
