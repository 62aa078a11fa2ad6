import { CorruptionType, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import risksFile from '../../data/risks.json' with { type: 'json' };
import { agencyId, identifier, unitId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { fromDocument, registerId } from './source.ts';

const register = parseData(
  'risks.json',
  z.object({
    agencyCode: z.string(),
    fiscalYear: z.int(),
    document: z.string(),
    section: z.string(),
    noteTh: z.string(),
    noteEn: z.string(),
    risks: z.array(
      z.object({
        id: z.string(),
        titleTh: z.string(),
        titleEn: z.string(),
        processArea: z.enum(ProcessArea),
        furtherProcessAreas: z.array(z.enum(ProcessArea)),
        corruptionTypes: z.array(z.enum(CorruptionType)),
        unitCode: z.string().nullable(),
        unitInferred: z.boolean(),
        inferred: z.array(z.string()),
        actorTh: z.string().nullable(),
        actorEn: z.string().nullable(),
        noteTh: z.string().nullable(),
      }),
    ),
  }),
  risksFile,
);

/** The nine risks of document 000. It names no method and prints no likelihood, impact or level, so none of them is assessed. */
export function addRisks(agencyCode: string, rows: TenantRows): void {
  if (register.agencyCode !== agencyCode) return;
  const owner = agencyId(agencyCode);
  const { fiscalYear, document, section, noteTh, noteEn } = register;
  rows.riskRegister.push({
    id: registerId(agencyCode, fiscalYear),
    agencyId: owner,
    fiscalYear,
    noteTh,
    noteEn,
    status: 'IMPORTED',
    ...fromDocument(document, section),
  });
  for (const { id, unitCode, ...risk } of register.risks) {
    rows.risk.push({
      id: identifier(`risk:${id}`),
      agencyId: owner,
      registerId: registerId(agencyCode, fiscalYear),
      fiscalYear,
      code: id,
      responsibleUnitId: unitCode === null ? null : unitId(agencyCode, unitCode),
      ...risk,
      ...fromDocument(document, section),
    });
  }
}
