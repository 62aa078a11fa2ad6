import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { YearReportItemPayload } from '../report.payload.ts';
import { onItemOfWritten } from '../report-standing.ts';
import { itemOfWritten } from '../report-state.ts';
import { takenMeasures } from '../taken-measures.ts';
import { takenProgress } from '../taken-progress.ts';
import { replaceMeasures, replaceValues } from '../write-items.ts';
import { YearReportItem } from '../year-report-parts.type.ts';

const TakeOverReportItemInput = builder.inputType('TakeOverReportItemInput', {
  description: 'การนำผลมาใหม่จากต้นทาง · Taking over what the source says now.',
  fields: (t) => ({
    itemId: t.globalID({ for: YearReportItem, required: true, description: 'ผลรายข้อ · The item.' }),
    ...atVersion(t, 'item'),
  }),
});

act({
  name: 'takeOverReportItem',
  description: `นำผลของโครงการหรือความเสี่ยงหนึ่งมาใหม่จากต้นทาง ${whileWritten.th} แทนผล ปัญหา ความก้าวหน้า การใช้จ่าย และค่าตัวชี้วัดเดิม คงข้อเสนอแนะและข้อความของมาตรการไว้ · Takes over again what the quarterly reports or the register say of an item of a report ${whileWritten.en}: in place of its result, problems, progress, spending, values and levels; suggestions and what was written about measures stay.`,
  by: isEditorOfAgency,
  on: onItemOfWritten,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.report },
  input: TakeOverReportItemInput,
  payload: YearReportItemPayload,
  work: async ({ itemId: { id }, expectedVersion }, tx) => {
    const { db } = tx;
    const { item, report } = await itemOfWritten(tx, id);
    const write = (data: object) =>
      requireVersion(
        db.yearReportItem.updateMany({
          where: { id, version: expectedVersion },
          data: { ...data, version: { increment: 1 } },
        }),
      );
    if (item.projectId) {
      const [taken] = await takenProgress(db, { id: item.projectId }, report);
      const { values = [], projectId: _projectId, ...columns } = taken ?? {};
      await write(columns);
      await replaceValues(tx, id, values);
    } else if (item.riskId) {
      const [taken] = await takenMeasures(db, { id: item.riskId });
      const { measures = [], riskId: _riskId, ...columns } = taken ?? {};
      await write(columns);
      await replaceMeasures(tx, id, measures);
    }
    return { itemId: id };
  },
});
