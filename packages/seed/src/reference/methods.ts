import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { z } from 'zod';
import methodsFile from '../../data/methods.json' with { type: 'json' };
import { methodId } from '../rows/identifiers.ts';
import { expandBands, type MatrixCell } from '../rows/method.logic.ts';
import { parseData } from '../rows/parse-data.ts';

const scale = z.array(z.strictObject({ labelTh: z.string(), labelEn: z.string(), meaningTh: z.string() })).min(2);

const method = z.strictObject({
  code: z.string(),
  version: z.string(),
  titleTh: z.string(),
  titleEn: z.string(),
  fiscalYearFrom: z.int(),
  isDefault: z.boolean(),
  basisTh: z.string(),
  levels: z.array(
    z.strictObject({
      level: z.enum(['LOW', 'MEDIUM', 'HIGH', 'EXTREME']),
      labelTh: z.string(),
      labelEn: z.string(),
      colour: z.string().regex(/^#[0-9a-f]{6}$/),
      scoreFrom: z.int(),
      scoreTo: z.int(),
      isAcceptable: z.boolean(),
      needsPlan: z.boolean(),
    }),
  ),
  likelihood: scale,
  impact: scale,
});

const methodList = z
  .array(method)
  .refine((methods) => methods.filter(({ isDefault }) => isDefault).length === 1, 'exactly one method is the default');

export type Method = z.output<typeof method> & { id: string; cells: MatrixCell[] };

/** The risk assessment methods, each with its cells worked out and checked. */
export const methods: readonly Method[] = parseData('methods.json', methodList, methodsFile).map((entry) => ({
  ...entry,
  id: methodId(entry.version),
  cells: expandBands(entry.likelihood.length, entry.impact.length, entry.levels),
}));

export function methodByCode(code: string): Method {
  const found = methods.find((entry) => entry.code === code);
  if (found === undefined) throw new Error(`methods.json holds no method ${code}`);
  return found;
}

export async function writeMethods(tx: Prisma.TransactionClient): Promise<number> {
  const levels = methods.flatMap((entry) =>
    entry.levels.map(({ scoreFrom: _from, scoreTo: _to, ...level }) => ({ methodId: entry.id, ...level })),
  );
  const scalePoints = methods.flatMap((entry) => [
    ...entry.likelihood.map((point, index) => ({
      methodId: entry.id,
      axis: 'LIKELIHOOD' as const,
      value: index + 1,
      ...point,
    })),
    ...entry.impact.map((point, index) => ({
      methodId: entry.id,
      axis: 'IMPACT' as const,
      value: index + 1,
      ...point,
    })),
  ]);
  const cells = methods.flatMap((entry) => entry.cells.map((cell) => ({ methodId: entry.id, ...cell })));
  await tx.riskMethod.createMany({
    data: methods.map(({ levels: _levels, likelihood, impact, cells: _cells, ...entry }) => ({
      ...entry,
      likelihoodMax: likelihood.length,
      impactMax: impact.length,
    })),
  });
  await tx.riskMethodLevel.createMany({ data: levels });
  await tx.riskScalePoint.createMany({ data: scalePoints });
  await tx.riskMethodCell.createMany({ data: cells });
  return methods.length + levels.length + scalePoints.length + cells.length;
}
