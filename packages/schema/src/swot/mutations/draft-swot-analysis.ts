import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { SwotAnalysis } from '../swot.type.ts';
import { SwotAnalysisPayload } from '../swot-payload.type.ts';

const fiscalYear =
  'ปีงบประมาณที่ยังไม่มีการวิเคราะห์ · Fiscal year; INVALID_INPUT when the agency has an analysis for it already.';

const DraftInput = builder.inputType('DraftSwotAnalysisInput', {
  description: 'การวิเคราะห์ SWOT ใหม่ · A new SWOT analysis of the agency.',
  fields: (t) => ({ fiscalYear: t.field({ type: 'FiscalYear', required: true, description: fiscalYear }) }),
});

const CopyInput = builder.inputType('CopySwotAnalysisInput', {
  description: 'การคัดลอกการวิเคราะห์ไปปีอื่น · Copy of an analysis to another fiscal year.',
  fields: (t) => ({
    id: t.globalID({ for: SwotAnalysis, required: true, description: 'การวิเคราะห์ต้นทาง · The analysis to copy.' }),
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: fiscalYear }),
  }),
});

/** A draft for a year that has none: the database settles it when two are drafted side by side. */
async function draft({ db, agencyId, lockShared }: ActTransaction, year: number): Promise<string> {
  const [created] = await db.swotAnalysis.createManyAndReturn({
    data: [{ agencyId, fiscalYear: year }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) {
    throw invalidInput({
      field: 'fiscalYear',
      message: {
        th: `หน่วยงานมีการวิเคราะห์ SWOT ของปีงบประมาณ ${year} อยู่แล้ว`,
        en: `The agency has a SWOT analysis for fiscal year ${year} already.`,
      },
    });
  }
  lockShared('SwotAnalysis', created.id);
  return created.id;
}

act({
  name: 'draftSwotAnalysis',
  description: 'เริ่มร่างการวิเคราะห์ SWOT ของปีงบประมาณ · Begins the SWOT analysis of a fiscal year, as a draft.',
  by: isEditorOfAgency,
  errors: {},
  input: DraftInput,
  payload: SwotAnalysisPayload,
  work: async (input, tx) => ({ id: await draft(tx, input.fiscalYear) }),
});

act({
  name: 'copySwotAnalysis',
  description:
    'คัดลอกการวิเคราะห์ SWOT ไปเป็นร่างของปีอื่น ไม่รวมความเชื่อมโยง · Copies the items of an analysis into a draft for another fiscal year; links to the risks and projects of the old year are not copied.',
  by: isEditorOfAgency,
  errors: { NOT_FOUND: true },
  input: CopyInput,
  payload: SwotAnalysisPayload,
  work: async ({ id: { id }, fiscalYear: year }, tx) => {
    const { db, agencyId } = tx;
    const source = await db.swotAnalysis.findUnique({
      where: { id },
      select: { items: { select: { quadrant: true, factor: true, rank: true, textTh: true, textEn: true } } },
    });
    if (!source) throw notFound('id');
    const analysisId = await draft(tx, year);
    await db.swotItem.createMany({ data: source.items.map((item) => ({ ...item, agencyId, analysisId })) });
    return { id: analysisId };
  },
});
