import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { takenMeasures } from './taken-measures.ts';
import type { takenProgress } from './taken-progress.ts';

type TakenProgress = Awaited<ReturnType<typeof takenProgress>>[number];
type TakenMeasures = Awaited<ReturnType<typeof takenMeasures>>[number];

/** The indicator values of an item, in place of those that it has. */
export async function replaceValues({ db, agencyId }: ActTransaction, itemId: string, values: TakenProgress['values']) {
  await db.yearReportValue.deleteMany({ where: { itemId } });
  if (values.length > 0)
    await db.yearReportValue.createMany({ data: values.map((value) => ({ ...value, agencyId, itemId })) });
}

/** The measures of an item, in place of those that it has; what was written about a measure stays. */
export async function replaceMeasures(
  { db, agencyId }: ActTransaction,
  itemId: string,
  measures: TakenMeasures['measures'],
) {
  const said = await db.yearReportMeasure.findMany({
    where: { itemId },
    select: { mitigationId: true, doneTh: true, leftTh: true },
  });
  const saidOf = new Map(said.map(({ mitigationId, ...texts }) => [mitigationId, texts]));
  await db.yearReportMeasure.deleteMany({ where: { itemId } });
  if (measures.length > 0) {
    await db.yearReportMeasure.createMany({
      data: measures.map((measure) => ({ ...measure, ...saidOf.get(measure.mitigationId), agencyId, itemId })),
    });
  }
}

/** The items of a new report with all that was taken over, in one statement for each table. */
export async function writeItems(
  { db, agencyId }: ActTransaction,
  reportId: string,
  taken: readonly (TakenProgress | TakenMeasures)[],
): Promise<void> {
  if (taken.length === 0) return;
  const items = await db.yearReportItem.createManyAndReturn({
    data: taken.map((item, place) => ({ ...columnsOf(item), sortOrder: place + 1, agencyId, reportId })),
    select: { id: true, sortOrder: true },
  });
  const idOf = new Map(items.map(({ id, sortOrder }) => [sortOrder, id]));
  const ofItem = (place: number) => ({ agencyId, itemId: idOf.get(place + 1) ?? reportId });
  const values = taken.flatMap((item, place) =>
    'values' in item ? item.values.map((value) => ({ ...value, ...ofItem(place) })) : [],
  );
  const measures = taken.flatMap((item, place) =>
    'measures' in item ? item.measures.map((measure) => ({ ...measure, ...ofItem(place) })) : [],
  );
  if (values.length > 0) await db.yearReportValue.createMany({ data: values });
  if (measures.length > 0) await db.yearReportMeasure.createMany({ data: measures });
}

function columnsOf(item: TakenProgress | TakenMeasures) {
  if ('values' in item) {
    const { values: _values, ...columns } = item;
    return columns;
  }
  const { measures: _measures, ...columns } = item;
  return columns;
}
