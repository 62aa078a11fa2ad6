import { identifier } from '../rows/identifiers.ts';

/** Where a record comes from, as every transcribed row says it. */
export const fromDocument = (document: string, section: string | null = null) => ({
  origin: 'DOCUMENT' as const,
  sourceDocument: document,
  sourceSection: section,
});

export const planId = (id: string): string => identifier(`plan:${id}`);
export const projectId = (id: string): string => identifier(`project:${id}`);
export const registerId = (agencyCode: string, fiscalYear: number): string =>
  identifier(`register:${agencyCode}:${fiscalYear}`);
