import type { AssessmentPhase } from '@registry/prisma/generated/client/enums.ts';
import type { Method } from '../reference/methods.ts';
import type { SampleAgency } from '../reference/sample-agencies.ts';
import { dayOfFiscalYear } from '../rows/calendar.ts';
import { agencyId } from '../rows/identifiers.ts';
import { levelOfScore, type RiskLevelName } from '../rows/method.logic.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import { createRandom } from './random.ts';
import type { SampleRisk } from './sample-risk.ts';

type Place = { likelihood: number; impact: number };

/** Steps of the scale that the templates are written in. */
const TEMPLATE_STEPS = 5;

/**
 * Assesses a risk through its year: before controls, with them once or twice, often with a target; better from year to year. The first
 * risk stays above tolerance everywhere, so that acceptances and unanswered risks have an example.
 * @returns the level shown at the end of the year
 */
export function addAssessments(
  agency: SampleAgency,
  risk: SampleRisk,
  method: Method,
  rows: TenantRows,
): RiskLevelName {
  const { template, fiscalYear, code } = risk;
  const random = createRandom(`${agency.code} assessment ${fiscalYear} ${code}`);
  const stubborn = code === 'R01';
  const agencyShift = createRandom(`${agency.code} assessment ${code}`).whole(-1, 1);
  const inherent: Place = { likelihood: within(template.likelihood + agencyShift), impact: template.impact };
  const lessLikely = random.whole(0, stubborn ? 1 : fiscalYear - 2566);
  const residual: Place = {
    likelihood: within(inherent.likelihood - lessLikely),
    impact: within(inherent.impact - (!stubborn && random.chance(0.35) ? 1 : 0)),
  };
  const later: Place = stubborn ? residual : { ...residual, likelihood: within(residual.likelihood - 1) };

  const assess = (phase: AssessmentPhase, place: Place, month: number, reason: string): RiskLevelName => {
    const likelihood = onScale(place.likelihood, method.likelihood.length);
    const impact = onScale(place.impact, method.impact.length);
    const score = likelihood * impact;
    const level = levelOfScore(method.levels, score);
    const drawn = random.whole(3, 26);
    // A register is submitted in the middle of its first month: by then every risk has been assessed before controls.
    const assessedOn = dayOfFiscalYear(fiscalYear, month, phase === 'INHERENT' ? Math.ceil(drawn / 2) : drawn);
    rows.assessment.push({
      id: identifierOf(agency.code, 'assessment', fiscalYear, code, phase, month),
      agencyId: agencyId(agency.code),
      riskId: risk.id,
      methodId: method.id,
      phase,
      likelihood,
      impact,
      score,
      level,
      justificationTh: `โอกาส${method.likelihood[likelihood - 1]?.labelTh} ผลกระทบ${method.impact[impact - 1]?.labelTh}: ${reason}`,
      assessedOn,
      createdAt: assessedOn,
      origin: 'SAMPLE',
    });
    return level;
  };

  const cause = template.causes[0]?.[0] ?? template.title[0];
  const control = template.controls[0]?.[0] ?? template.title[0];
  assess('INHERENT', inherent, 1, `${cause} และยังไม่นับการควบคุมใด`);
  if (random.chance(0.4)) assess('TARGET', later, 3, 'เป้าหมายเมื่อดำเนินมาตรการครบ');
  let level = assess('RESIDUAL', residual, 6, `มีการควบคุมแล้ว คือ ${control}`);
  if (random.chance(0.4)) level = assess('RESIDUAL', later, 11, 'ทบทวนปลายปีหลังดำเนินมาตรการ');
  return level;
}

const within = (value: number): number => Math.min(Math.max(value, 1), TEMPLATE_STEPS);

const onScale = (value: number, steps: number): number => Math.ceil((value * steps) / TEMPLATE_STEPS);
