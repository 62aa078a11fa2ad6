import { namesIn } from '../base/meaning.logic.ts';

/** What each quadrant is; the enum says it, and sentences say its beginning. */
export const quadrantMeanings = {
  STRENGTH: 'จุดแข็ง (ภายใน) · Strength, internal.',
  WEAKNESS: 'จุดอ่อน (ภายใน) · Weakness, internal.',
  OPPORTUNITY: 'โอกาส (ภายนอก) · Opportunity, external.',
  THREAT: 'อุปสรรค (ภายนอก) · Threat, external.',
} as const;

export const factorMeanings = {
  STRATEGY: 'กลยุทธ์ · Strategy (7S).',
  STRUCTURE: 'โครงสร้าง · Structure (7S).',
  SYSTEM: 'ระบบงาน · Systems (7S).',
  STYLE: 'รูปแบบการบริหาร · Style (7S).',
  STAFF: 'บุคลากร · Staff (7S).',
  SKILL: 'ทักษะ · Skills (7S).',
  SHARED_VALUES: 'ค่านิยมร่วม · Shared values (7S).',
  POLITICAL: 'การเมือง · Political (PESTEL).',
  ECONOMIC: 'เศรษฐกิจ · Economic (PESTEL).',
  SOCIAL: 'สังคม · Social (PESTEL).',
  TECHNOLOGICAL: 'เทคโนโลยี · Technological (PESTEL).',
  ENVIRONMENTAL: 'สิ่งแวดล้อม · Environmental (PESTEL).',
  LEGAL: 'กฎหมาย · Legal (PESTEL).',
} as const;

export type SwotQuadrantName = keyof typeof quadrantMeanings;
export type SwotFactorName = keyof typeof factorMeanings;

export const quadrantTh = (quadrant: SwotQuadrantName): string => namesIn(quadrantMeanings[quadrant]).th;
export const factorTh = (factor: SwotFactorName): string => namesIn(factorMeanings[factor]).th;
