import { analysisContent } from '../content.ts';
import { dataset, fieldsOf } from '../dataset.ts';

export const swotItems = dataset({
  name: 'swot-items',
  title: { th: 'ข้อวิเคราะห์ SWOT ที่เผยแพร่', en: 'Published SWOT items' },
  description: {
    th: 'จุดแข็ง จุดอ่อน โอกาส และอุปสรรคในบทวิเคราะห์ฉบับล่าสุดที่เผยแพร่',
    en: 'Strengths, weaknesses, opportunities and threats in the latest published edition of each analysis.',
  },
  kind: 'SWOT_ANALYSIS',
  columns: {
    ...fieldsOf('SwotAnalysis', { fiscalYear: 'integer', origin: 'string' }),
    ...fieldsOf('SwotItem', {
      quadrant: 'string',
      factor: 'string',
      rank: 'integer',
      textTh: 'string',
      textEn: 'string',
    }),
  },
  rowsOf({ content, fiscalYear }) {
    const { items, origin } = analysisContent.parse(content);
    return items.map((item) => ({ ...item, fiscalYear, origin }));
  },
});
