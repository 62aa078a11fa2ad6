import { isEditorOfAgency } from '../../access/access.rules.ts';
import { copiedRow } from '../../base/copied-row.logic.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { draft } from '../draft-analysis.ts';
import { fieldTexts } from '../swot.inputs.ts';
import { SwotAnalysisPayload } from '../swot.payload.ts';
import { SwotAnalysis } from '../swot.type.ts';

const CopyInput = builder.inputType('CopySwotAnalysisInput', {
  description: 'การคัดลอกการวิเคราะห์ไปปีอื่น · Copy of an analysis to another fiscal year.',
  fields: (t) => ({
    id: t.globalID({ for: SwotAnalysis, required: true, description: 'การวิเคราะห์ต้นทาง · The analysis to copy.' }),
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: fieldTexts.fiscalYear }),
  }),
});

act({
  name: 'copySwotAnalysis',
  description:
    'คัดลอกการวิเคราะห์ SWOT ไปเป็นร่างของปีอื่น ไม่รวมความเชื่อมโยง · Copies the items of an analysis into a draft for another fiscal year; links to the risks and projects of the old year are not copied.',
  by: isEditorOfAgency,
  on: onAny('SwotAnalysis'),
  errors: { NOT_FOUND: true },
  input: CopyInput,
  payload: SwotAnalysisPayload,
  work: async ({ id: { id }, fiscalYear: year }, tx) => {
    const { db } = tx;
    const source = await db.swotAnalysis.findUnique({
      where: { id },
      select: { items: true },
    });
    if (!source) throw notFound('id');
    const analysisId = await draft(tx, year);
    await db.swotItem.createMany({
      data: source.items.map((item) => ({ ...copiedRow(item, 'analysisId'), analysisId })),
    });
    return { id: analysisId };
  },
});
