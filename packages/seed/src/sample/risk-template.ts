import type { CorruptionType, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { SamplePositionCode, SampleUnitCode } from './structure.ts';

/** A text in Thai and English. */
export type Text = readonly [th: string, en: string];

export type RiskTemplate = {
  title: Text;
  processArea: ProcessArea;
  furtherProcessAreas?: readonly ProcessArea[];
  corruptionTypes: readonly CorruptionType[];
  unit: SampleUnitCode;
  owner: SamplePositionCode;
  actor: Text;
  causes: readonly Text[];
  controls: readonly Text[];
  mitigations: readonly Text[];
  /** Usual likelihood and impact before controls, on the scale of five. */
  likelihood: number;
  impact: number;
  /** Sequence number of the project that carries the second measure, if one does. */
  project?: number;
};
