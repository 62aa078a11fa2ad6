import { enumOf } from '../core/enums.ts';
import type { SwotFactorName, SwotQuadrantName } from './factor.logic.ts';

export const SwotQuadrant = enumOf<SwotQuadrantName>('SwotQuadrant', 'ด้านของ SWOT · Quadrant of a SWOT analysis.', {
  STRENGTH: 'จุดแข็ง (ภายใน) · Strength, internal.',
  WEAKNESS: 'จุดอ่อน (ภายใน) · Weakness, internal.',
  OPPORTUNITY: 'โอกาส (ภายนอก) · Opportunity, external.',
  THREAT: 'ภัยคุกคาม (ภายนอก) · Threat, external.',
});

export const SwotFactor = enumOf<SwotFactorName>(
  'SwotFactor',
  'ปัจจัยตาม 7S และ PESTEL · Factor: McKinsey 7S inside, PESTEL outside.',
  {
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
  },
);
