import { createHash } from 'node:crypto';

/**
 * The id of a seeded record: a UUID of version 8 (RFC 9562) made from a readable key such as `risk:CT-R1`, so that the record has the
 * same id on every machine and a link to it can be written down.
 */
export function identifier(key: string): string {
  const bytes = createHash('sha256').update(`registry${key}`).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const agencyId = (agencyCode: string): string => identifier(`agency:${agencyCode}`);
export const unitId = (agencyCode: string, unitCode: string): string => identifier(`unit:${agencyCode}:${unitCode}`);
export const positionId = (agencyCode: string, code: string): string => identifier(`position:${agencyCode}:${code}`);
export const methodId = (version: string): string => identifier(`method:${version}`);
export const frameworkId = (version: string): string => identifier(`framework:${version}`);
export const dimensionId = (version: string, number: number): string => identifier(`dimension:${version}:${number}`);
export const missionId = (version: string, code: string): string => identifier(`mission:${version}:${code}`);
export const subMissionId = (version: string, code: string): string => identifier(`sub-mission:${version}:${code}`);
export const itaRuleSetId = (code: string): string => identifier(`ita-rule-set:${code}`);
export const itaIndicatorId = (ruleSetCode: string, number: number): string =>
  identifier(`ita-indicator:${ruleSetCode}:${number}`);
export const itaRoundId = (kind: 'sample', fiscalYear: number): string => identifier(`ita-round:${kind}:${fiscalYear}`);
export const oitChecklistItemId = (kind: 'sample', fiscalYear: number, code: string): string =>
  identifier(`oit-item:${kind}:${fiscalYear}:${code}`);
export const oitTopicId = (code: string): string => identifier(`oit-topic:${code}`);
