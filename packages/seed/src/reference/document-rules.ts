import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { z } from 'zod';
import rulesFile from '../../data/document-rules.json' with { type: 'json' };
import { bringTable } from '../rows/bring-table.ts';
import { identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { actAsSeed } from '../rows/seed-account.ts';
import { versioned } from '../rows/version.ts';
import { clocks } from './clocks.ts';

const text = z.string().min(1);

const duty = z.strictObject({
  bearerTh: text.nullable(),
  bearerEn: text.nullable(),
  clock: text.nullable(),
  frequency: z.enum(['MONTHLY', 'QUARTERLY', 'HALF_YEARLY_AND_YEARLY']).nullable(),
  recipientTh: text.nullable(),
});

const rule = z
  .strictObject({
    code: text,
    document: z.string().regex(/^\d{3}$/),
    section: text,
    kind: z.enum([
      'ADMISSIBILITY',
      'CHANNEL',
      'CONFIDENTIALITY',
      'CONTENT',
      'DEADLINE',
      'DUTY',
      'OUTCOME',
      'PERIODIC',
      'PROHIBITION',
      'PROTECTION',
      'PUBLICATION',
      'REPORTING',
      'SCOPE',
      'THRESHOLD',
      'WEIGHT',
    ]),
    subjectTh: text,
    subjectEn: text,
    duty: duty.optional(),
    notDuty: z.strictObject({ reasonTh: text, reasonEn: text }).optional(),
  })
  .refine(({ duty, notDuty }) => (duty === undefined) !== (notDuty === undefined), 'a rule is a duty, or says why not');

const ruleList = z
  .array(rule)
  .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, 'each code stands once')
  .refine(
    (list) => list.every(({ duty }) => !duty?.clock || clocks.some(({ code }) => code === duty.clock)),
    'the clock of a duty stands in clocks.json',
  );

const noDuty = { bearerTh: null, bearerEn: null, clock: null, frequency: null, recipientTh: null };

/** Every rule that the documents state, as rows of their table. */
export const documentRules = parseData('document-rules.json', ruleList, rulesFile).map((entry) => {
  const { clock, ...content } = entry.duty ?? noDuty;
  return {
    id: identifier(`document-rule:${entry.code}`),
    code: entry.code,
    kind: entry.kind,
    isDuty: entry.duty !== undefined,
    subjectTh: entry.subjectTh,
    subjectEn: entry.subjectEn,
    ...content,
    clockId: clock && identifier(`clock:${clock}`),
    reasonTh: entry.notDuty?.reasonTh ?? null,
    reasonEn: entry.notDuty?.reasonEn ?? null,
    sourceDocument: entry.document,
    sourceSection: entry.section,
  };
});

/** Registries that were set up before have fewer clocks, which did not say whom they bind. */
async function bringClocksUpToDate(tx: Prisma.TransactionClient): Promise<number> {
  const known = new Map((await tx.legalClock.findMany()).map((clock) => [clock.code, clock]));
  const differing = clocks.filter((clock) => !isDeepStrictEqual({ ...known.get(clock.code) }, { ...clock }));
  for (const { id, ...clock } of differing)
    await tx.legalClock.upsert({ where: { code: clock.code }, create: { id, ...clock }, update: clock });
  return differing.length;
}

export const rulesName = versioned('document-rules');

export async function writeDocumentRules(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadReferenceData');
  return (await bringClocksUpToDate(tx)) + (await bringTable(tx, 'DocumentRule', documentRules));
}
