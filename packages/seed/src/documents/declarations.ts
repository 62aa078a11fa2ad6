import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { DeclarationForm, DeclarationKind } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import declarationsFile from '../../data/declarations.json' with { type: 'json' };
import { agencyId, identifier, positionId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { noRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { fromDocument } from './source.ts';

const declaration = z.object({
  agencyCode: z.string(),
  document: z.string(),
  section: z.string(),
  kind: z.enum(DeclarationKind),
  form: z.enum(DeclarationForm),
  fiscalYear: z.number().int(),
  titleTh: z.string(),
  titleEn: z.string(),
  textTh: z.string().nullable().default(null),
  textEn: z.string().nullable().default(null),
  signatoryCode: z.string().nullable().default(null),
  signatoryPrinted: z.string().nullable().default(null),
  publishedPrinted: z.boolean().nullable().default(null),
  inferred: z.array(z.string()).default([]),
  noteTh: z.string().nullable().default(null),
});

const declarations = parseData('declarations.json', z.array(declaration), declarationsFile);

/** What the documents say that agencies have declared: documents 000 (Chom Thong) and 004 (Thon Buri). */
export async function writeDeclarations(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agencyCode of new Set(declarations.map((each) => each.agencyCode))) {
    const owner = agencyId(agencyCode);
    const rows = noRows();
    for (const { agencyCode: of, document, section, signatoryCode, ...said } of declarations) {
      if (of !== agencyCode) continue;
      rows.declaration.push({
        id: identifier(`declaration:${agencyCode}:${said.fiscalYear}:${said.kind}`),
        agencyId: owner,
        ...said,
        signatoryId: signatoryCode ? positionId(agencyCode, signatoryCode) : null,
        status: 'IMPORTED',
        ...fromDocument(document, section),
      });
    }
    written += await writeTenantRows(tx, owner, 'loadDocuments', rows);
  }
  return written;
}
