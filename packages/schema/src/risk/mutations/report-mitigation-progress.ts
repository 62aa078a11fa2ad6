import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { changeMitigation, lockMitigation } from '../lock-mitigation.ts';
import { mitigationAtVersion } from '../mitigation.inputs.ts';
import { statusAfterReport } from '../mitigation-life.logic.ts';
import { MitigationPayload } from '../risk.payload.ts';
import { onMitigation } from '../risk-standing.ts';

const ReportInput = builder.inputType('ReportMitigationProgressInput', {
  description: 'ความก้าวหน้าของมาตรการ · Progress of a mitigation.',
  fields: (t) => ({
    ...mitigationAtVersion(t),
    progressPercent: t.int({ required: true, description: 'ร้อยละ 0 ถึง 100 · Percent, 0 to 100.' }),
  }),
});

act({
  name: 'reportMitigationProgress',
  bulk: 'reportMitigationsProgress',
  description: `รายงานความก้าวหน้าของมาตรการ · Reports the progress of a mitigation, which is IN_PROGRESS from the first percent on.`,
  by: isEditorOfAgency,
  on: onMitigation('REPORT_PROGRESS'),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนส่งหรือปิดแล้ว หรือมาตรการแล้วเสร็จหรือถูกยกเลิก · register submitted or closed, or mitigation finished or cancelled',
  },
  input: ReportInput,
  payload: MitigationPayload,
  work: async ({ mitigationId, expectedVersion, ...input }, tx) => {
    const mitigation = await lockMitigation(tx, mitigationId.id, 'REPORT_PROGRESS');
    const check = new Check();
    const progressPercent = check.within('progressPercent', input.progressPercent, 0, 100);
    check.refuse();
    const status = statusAfterReport(mitigation.status, progressPercent);
    return changeMitigation(tx, mitigation, expectedVersion, { progressPercent, status });
  },
});
