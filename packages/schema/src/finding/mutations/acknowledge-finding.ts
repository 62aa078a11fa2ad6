import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { findingAtVersion } from '../finding.inputs.ts';
import { FindingPayload } from '../finding.payload.ts';
import { onTranscribedFinding, transcribedFinding } from '../open-finding.ts';

const AcknowledgeInput = builder.inputType('AcknowledgeFindingInput', {
  description: 'การรับทราบว่าพิมพ์ไว้เช่นนั้น · Acknowledgement that it is printed so.',
  fields: (t) => ({
    ...findingAtVersion(t),
    note: t.string({
      description: 'คำอธิบาย ไม่ระบุ = พิมพ์ไว้เช่นนั้น · A word on it, at most 4,000 characters; "printed so" when absent.',
    }),
  }),
});

const PRINTED_SO = 'พิมพ์ไว้เช่นนั้น · Printed so';

act({
  name: 'acknowledgeFinding',
  description:
    'รับทราบข้อสังเกตจากเอกสารว่าพิมพ์ไว้เช่นนั้น · Acknowledges a finding that was transcribed with its document: it is printed so.',
  by: isApproverOfAgency,
  on: onTranscribedFinding,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'ข้อสังเกตยุติแล้วหรือระบบเป็นผู้ตรวจพบเอง · closed already, or found by the registry itself',
  },
  input: AcknowledgeInput,
  payload: FindingPayload,
  work: async (input, { db, accountId }) => {
    const { id } = input.findingId;
    await transcribedFinding(db, id);
    const check = new Check();
    const note = check.optionalText('note', input.note, { max: TEXT_MAX }) ?? PRINTED_SO;
    check.refuse();
    await requireVersion(
      db.finding.updateMany({
        where: { id, version: input.expectedVersion },
        data: {
          closedAs: 'ACKNOWLEDGED',
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
