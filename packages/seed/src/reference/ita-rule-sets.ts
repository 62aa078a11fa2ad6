import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ItaInstrumentCode } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import itaFile from '../../data/ita.json' with { type: 'json' };
import ruleSetsFile from '../../data/ita-rule-sets.json' with { type: 'json' };
import { itaIndicatorId, itaRuleSetId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { actAsSeed } from '../rows/seed-account.ts';

const text = z.string().min(1);
const score = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/);

const ruleSets = parseData(
  'ita-rule-sets.json',
  z.array(
    z.strictObject({
      code: text,
      titleTh: text,
      titleEn: text,
      fiscalYearFrom: z.int(),
      fiscalYearTo: z.int().nullable(),
      passMark: score,
      sourceTh: text,
      grades: z.array(
        z.strictObject({
          code: text,
          nameTh: text,
          nameEn: text,
          leastTotal: score,
          leastOfEachInstrument: score.nullable(),
        }),
      ),
    }),
  ),
  ruleSetsFile,
);

/** Instruments and indicators as document 000 prints them; the rule sets of both spans of years have the same. */
const { instruments, indicators } = parseData(
  'ita.json',
  z.object({
    instruments: z.array(
      z.object({ code: z.enum(ItaInstrumentCode), nameTh: text, nameEn: text, weightPercent: score }),
    ),
    indicators: z.array(
      z.object({ number: z.int(), titleTh: text, titleEn: text, instrument: z.enum(ItaInstrumentCode) }),
    ),
  }),
  itaFile,
);

/** The rules of the ITA as far as they are known; what else a year's rules say the keeper of reference data adds. */
export async function writeItaRuleSets(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadReferenceData');
  let written = 0;
  for (const { grades, ...ruleSet } of ruleSets) {
    const id = itaRuleSetId(ruleSet.code);
    await tx.itaRuleSet.create({ data: { id, ...ruleSet } });
    const { count: instrumentCount } = await tx.itaInstrument.createMany({
      data: instruments.map((instrument) => ({ ruleSetId: id, ...instrument })),
    });
    const { count: indicatorCount } = await tx.itaIndicator.createMany({
      data: indicators.map(({ number, titleTh, titleEn, instrument }) => ({
        id: itaIndicatorId(ruleSet.code, number),
        ruleSetId: id,
        number,
        nameTh: titleTh,
        nameEn: titleEn,
        instrumentCode: instrument,
      })),
    });
    const { count: gradeCount } = await tx.itaGradeBand.createMany({
      data: grades.map((grade, index) => ({ ruleSetId: id, rank: index + 1, ...grade })),
    });
    written += 1 + instrumentCount + indicatorCount + gradeCount;
  }
  return written;
}
