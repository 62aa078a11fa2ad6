import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { newOrder } from '../../graphql/inputs/new-order.ts';
import { writtenAt } from '../../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { SwotQuadrant } from '../swot.enums.ts';
import { SwotAnalysisPayload } from '../swot.payload.ts';
import { SwotAnalysis, SwotItem } from '../swot.type.ts';
import { onWrittenAnalysis } from '../swot-standing.ts';

const ReorderInput = builder.inputType('ReorderSwotItemsInput', {
  description: 'ลำดับใหม่ของด้านหนึ่ง · A new order of a quadrant.',
  fields: (t) => ({
    analysisId: t.globalID({
      for: SwotAnalysis,
      required: true,
      description: `การวิเคราะห์ ${whileWritten.th} · The analysis ${whileWritten.en}.`,
    }),
    ...atVersion(t, 'analysis'),
    quadrant: t.field({ type: SwotQuadrant, required: true, description: 'ด้าน · Quadrant.' }),
    itemIds: t.globalIDList({
      for: SwotItem,
      required: true,
      description: 'ทุกรายการของด้านตามลำดับใหม่ · Every item of the quadrant, in the new order.',
    }),
  }),
});

act({
  name: 'reorderSwotItems',
  description: `จัดลำดับรายการในด้านหนึ่งของการวิเคราะห์ ${whileWritten.th} · Puts the items of a quadrant of an analysis in a new order ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenAnalysis,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'ระบุไม่ครบหรือซ้ำ · not every one is named, or one twice',
    ILLEGAL_TRANSITION: notWritten.analysis,
  },
  input: ReorderInput,
  payload: SwotAnalysisPayload,
  work: async (
    { analysisId: { id }, expectedVersion, quadrant, ...input },
    { db, lockShared, requireHeadingVersion },
  ) => {
    const analysis = await db.swotAnalysis.findUnique({ where: { id }, select: { status: true } });
    if (!analysis) throw notFound('analysisId');
    requireWritten(analysis);
    const items = await db.swotItem.findMany({ where: { analysisId: id, quadrant }, select: { id: true, rank: true } });
    const moved = newOrder(
      'itemIds',
      input.itemIds,
      items.map((item) => ({ id: item.id, place: item.rank })),
    );
    // Taken by its version before it is held, so that two who reorder at once do not wait for each other.
    requireHeadingVersion('SwotAnalysis', id, expectedVersion);
    await requireVersion(
      db.swotAnalysis.updateMany({
        where: { id, status: { in: writtenAt } },
        data: { version: { increment: 1 } },
      }),
    );
    lockShared('SwotAnalysis', id);
    for (const item of moved) await db.swotItem.updateMany({ where: { id: item.id }, data: { rank: item.place } });
    return { id };
  },
});
