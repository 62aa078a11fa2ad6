import type { SampleAgency } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, projectIdOf } from './identifier-of.ts';
import type { SampleRisk } from './sample-risk.ts';
import { swotTemplates } from './swot-templates.ts';

const SWOT_YEAR = 2568;

export function addSwot({ code, swot }: SampleAgency, risks: readonly SampleRisk[], rows: TenantRows): void {
  if (swot === undefined) return;
  const owner = agencyId(code);
  const analysisId = identifierOf(code, 'swot', SWOT_YEAR);
  rows.swotAnalysis.push({ id: analysisId, agencyId: owner, fiscalYear: SWOT_YEAR, status: swot, origin: 'SAMPLE' });
  const riskIds = new Map(
    risks.filter(({ fiscalYear }) => fiscalYear === SWOT_YEAR).map((risk) => [risk.code, risk.id]),
  );
  const ranks = new Map<string, number>();
  for (const [index, template] of swotTemplates.entries()) {
    const rank = (ranks.get(template.quadrant) ?? 0) + 1;
    ranks.set(template.quadrant, rank);
    const itemId = identifierOf(code, 'swot-item', SWOT_YEAR, index + 1);
    const { quadrant, factor, textTh, textEn } = template;
    rows.swotItem.push({ id: itemId, agencyId: owner, analysisId, quadrant, factor, rank, textTh, textEn });
    for (const riskCode of template.risks ?? []) {
      const riskId = riskIds.get(riskCode);
      if (riskId !== undefined) rows.swotItemRisk.push({ agencyId: owner, itemId, riskId });
    }
    for (const sequenceNo of template.projects ?? []) {
      rows.swotItemProject.push({ agencyId: owner, itemId, projectId: projectIdOf(code, sequenceNo) });
    }
  }
}
