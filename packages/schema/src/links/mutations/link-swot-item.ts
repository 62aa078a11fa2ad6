import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireKnown } from '../../graphql/inputs/references.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireInUse } from '../../lifecycle/record/record-state.ts';
import { Project } from '../../plan/project.type.ts';
import { Risk } from '../../risk/risk.type.ts';
import { SwotItemPayload } from '../../swot/swot.payload.ts';
import { SwotItem } from '../../swot/swot.type.ts';
import { onItemInUse } from '../../swot/swot-standing.ts';
import { lockAnalysis } from '../../swot/swot-state.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';

const LINKS_MAX = most.linksOfSwotItem;
const whole = {
  th: `ทั้งรายการ ไม่เกิน ${LINKS_MAX} ไม่ระบุ = คงเดิม`,
  en: `the whole list, at most ${LINKS_MAX}; absent leaves it as it is, null or an empty list removes all.`,
};

const LinkInput = builder.inputType('LinkSwotItemInput', {
  description: 'ความเชื่อมโยงของรายการ SWOT · What a SWOT item is linked to.',
  fields: (t) => ({
    itemId: t.globalID({ for: SwotItem, required: true, description: 'รายการ · The item.' }),
    ...atVersion(t, 'item'),
    riskIds: t.globalIDList({
      for: Risk,
      description: `ความเสี่ยงของหน่วยงาน: ${whole.th} · Risks of the agency: ${whole.en}`,
    }),
    projectIds: t.globalIDList({
      for: Project,
      description: `โครงการของหน่วยงาน: ${whole.th} · Projects of the agency: ${whole.en}`,
    }),
  }),
});

act({
  name: 'linkSwotItem',
  description:
    'เชื่อมโยงรายการ SWOT กับความเสี่ยงและโครงการ ทำได้แม้เห็นชอบแล้ว · Links a SWOT item to risks and projects of the agency; editions do not hold links, so an approved analysis is linked too.',
  by: isEditorOfAgency,
  on: onItemInUse,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'การวิเคราะห์ส่งครั้งแรกหรือปิดแล้ว · analysis submitted for the first time, or closed',
  },
  input: LinkInput,
  payload: SwotItemPayload,
  work: async ({ itemId: { id: itemId }, expectedVersion, ...input }, tx) => {
    const { db, agencyId } = tx;
    const item = await db.swotItem.findUnique({ where: { id: itemId }, select: { analysisId: true } });
    if (!item) throw notFound('itemId');
    requireInUse(await lockAnalysis(tx, item.analysisId, 'itemId'));
    const check = new Check();
    const riskIds = check.ids('riskIds', input.riskIds, LINKS_MAX);
    const projectIds = check.ids('projectIds', input.projectIds, LINKS_MAX);
    check.refuse();
    const known = { select: { id: true } };
    await requireKnown('riskIds', riskIds, (ids) => db.risk.findMany({ where: { id: { in: ids } }, ...known }));
    await requireKnown('projectIds', projectIds, (ids) =>
      db.project.findMany({ where: { id: { in: ids } }, ...known }),
    );
    await requireVersion(
      db.swotItem.updateMany({
        where: { id: itemId, version: expectedVersion },
        data: { version: { increment: 1 } },
      }),
    );
    if (riskIds) {
      await db.swotItemRisk.deleteMany({ where: { itemId, riskId: { notIn: riskIds } } });
      await db.swotItemRisk.createMany({
        data: riskIds.map((riskId) => ({ agencyId, itemId, riskId })),
        skipDuplicates: true,
      });
    }
    if (projectIds) {
      await db.swotItemProject.deleteMany({ where: { itemId, projectId: { notIn: projectIds } } });
      await db.swotItemProject.createMany({
        data: projectIds.map((projectId) => ({ agencyId, itemId, projectId })),
        skipDuplicates: true,
      });
    }
    return { itemId };
  },
});
