import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { draft } from '../draft-analysis.ts';
import { fieldTexts } from '../swot.inputs.ts';
import { SwotAnalysisPayload } from '../swot.payload.ts';

const DraftInput = builder.inputType('DraftSwotAnalysisInput', {
  description: 'การวิเคราะห์ SWOT ใหม่ · A new SWOT analysis of the agency.',
  fields: (t) => ({ fiscalYear: t.field({ type: 'FiscalYear', required: true, description: fieldTexts.fiscalYear }) }),
});

act({
  name: 'draftSwotAnalysis',
  description: 'เริ่มร่างการวิเคราะห์ SWOT ของปีงบประมาณ · Begins the SWOT analysis of a fiscal year, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: {},
  input: DraftInput,
  payload: SwotAnalysisPayload,
  work: async (input, tx) => ({ id: await draft(tx, input.fiscalYear) }),
});
