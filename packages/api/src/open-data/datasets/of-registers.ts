import { registerContent } from '../content.ts';
import { type Columns, dataset, fieldsOf } from '../dataset.ts';
import type { PublishedEdition } from '../published-editions.ts';

/** The risks of a published register; what a content does not have stands for a risk that nobody has assessed. */
function risksOf({ content, fiscalYear }: PublishedEdition) {
  const { risks: published, origin } = registerContent.parse(content);
  return published.map(({ id: riskId, level, ...risk }) => ({
    ...risk,
    riskId,
    level: level ?? 'UNASSESSED',
    fiscalYear,
    origin,
  }));
}

const ofYear: Columns = fieldsOf('RiskRegister', { fiscalYear: 'integer' });

const textsOf = (parts: readonly { readonly textTh: string }[]): string[] => parts.map(({ textTh }) => textTh);

export const risks = dataset({
  name: 'risks',
  title: { th: 'ความเสี่ยงการทุจริตที่เผยแพร่', en: 'Published corruption risks' },
  description: {
    th: 'ความเสี่ยงแต่ละข้อในทะเบียนความเสี่ยงฉบับล่าสุดที่เผยแพร่ของแต่ละหน่วยงานและปี',
    en: 'Each risk in the latest published edition of each register, one register for each agency and fiscal year.',
  },
  kind: 'RISK_REGISTER',
  columns: {
    ...ofYear,
    ...fieldsOf('RiskRegister', { origin: 'string' }),
    riskId: {
      type: 'string',
      means: { th: 'รหัสความเสี่ยง คงเดิมทุกฉบับ', en: 'Id of the risk, the same in every edition.' },
    },
    ...fieldsOf('Risk', {
      code: 'string',
      titleTh: 'string',
      titleEn: 'string',
      processArea: 'string',
      furtherProcessAreas: 'list',
      corruptionTypes: 'list',
      itaArea: 'string',
      factorKind: 'string',
      actorTh: 'string',
      actorEn: 'string',
      responsibleUnit: 'string',
      level: 'string',
      score: 'integer',
      likelihood: 'integer',
      impact: 'integer',
      causes: 'list',
      controls: 'list',
    }),
  },
  rowsOf: (edition) =>
    risksOf(edition).map((risk) => ({
      ...risk,
      causes: textsOf(risk.causes),
      controls: textsOf(risk.controls),
    })),
});

export const mitigations = dataset({
  name: 'mitigations',
  title: { th: 'มาตรการจัดการความเสี่ยงที่เผยแพร่', en: 'Published measures against corruption risks' },
  description: {
    th: 'มาตรการแต่ละข้อของความเสี่ยงในทะเบียนฉบับล่าสุดที่เผยแพร่ สถานะและความก้าวหน้าเป็นของวันที่เผยแพร่',
    en: 'Each measure of each risk in the latest published editions; status and progress are those of the day of publication.',
  },
  kind: 'RISK_REGISTER',
  columns: {
    ...ofYear,
    riskId: {
      type: 'string',
      means: { th: 'รหัสความเสี่ยงในชุดข้อมูล risks', en: 'Id of the risk, as in the data set risks.' },
    },
    riskCode: { type: 'string', means: 'Risk.code' },
    ...fieldsOf('Mitigation', {
      measureTh: 'string',
      measureEn: 'string',
      strategy: 'string',
      ownerUnit: 'string',
      ownerPosition: 'string',
      dueOn: 'date',
      budgetAmount: 'number',
      status: 'string',
      progressPercent: 'integer',
      doneOn: 'date',
      cancelReasonTh: 'string',
    }),
  },
  rowsOf: (edition) =>
    risksOf(edition).flatMap(({ riskId, code, fiscalYear, mitigations: measures }) =>
      measures.map((measure) => ({ ...measure, fiscalYear, riskId, riskCode: code })),
    ),
});

/** How many items there are of each kind, in the order of the kinds. */
function countsOf(kinds: readonly string[]): { readonly value: string; readonly count: number }[] {
  return [...new Set(kinds)].sort().map((value) => ({ value, count: kinds.filter((kind) => kind === value).length }));
}

const countColumn: Columns = {
  count: {
    type: 'integer',
    means: {
      th: 'จำนวนรายการที่เผยแพร่ นับจากแถวในชุดข้อมูลเปิดเท่านั้น',
      en: 'How many there are, counted from published rows alone; a value that no row has is left out.',
    },
  },
};

export const riskLevels = dataset({
  name: 'risk-levels',
  title: { th: 'จำนวนความเสี่ยงตามระดับ', en: 'Risks by level' },
  description: {
    th: 'จำนวนความเสี่ยงแต่ละระดับ รายหน่วยงานและปีงบประมาณ นับจากชุดข้อมูล risks',
    en: 'How many risks stand at each level, by agency and fiscal year, counted from the data set risks.',
  },
  kind: 'RISK_REGISTER',
  columns: { ...ofYear, ...fieldsOf('Risk', { level: 'string' }), ...countColumn },
  rowsOf: (edition) =>
    countsOf(risksOf(edition).map(({ level }) => level)).map(({ value, count }) => ({
      fiscalYear: edition.fiscalYear,
      level: value,
      count,
    })),
});

export const mitigationStates = dataset({
  name: 'mitigation-states',
  title: { th: 'จำนวนมาตรการตามสถานะ', en: 'Measures by status' },
  description: {
    th: 'จำนวนมาตรการแต่ละสถานะ รายหน่วยงานและปีงบประมาณ นับจากชุดข้อมูล mitigations',
    en: 'How many measures stand at each status, by agency and fiscal year, counted from the data set mitigations.',
  },
  kind: 'RISK_REGISTER',
  columns: { ...ofYear, ...fieldsOf('Mitigation', { status: 'string' }), ...countColumn },
  rowsOf: (edition) =>
    countsOf(risksOf(edition).flatMap((risk) => risk.mitigations.map(({ status }) => status))).map(
      ({ value, count }) => ({ fiscalYear: edition.fiscalYear, status: value, count }),
    ),
});
