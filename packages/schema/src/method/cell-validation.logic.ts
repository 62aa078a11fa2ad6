import { isRiskLevel, levelTh } from './level.logic.ts';
import { unknownLevel } from './level-validation.logic.ts';
import { claimsOf, type GridPlace, type LevelClaim, placesOf } from './method-cells.logic.ts';
import { type MethodDraft, type MethodProblem, methodProblem, type ScoreBandDraft } from './method-draft.logic.ts';
import { orderProblems } from './order-validation.logic.ts';

/** What keeps a method, whose scales have proper sizes, from giving every cell exactly one level that it describes and uses. */
export function cellProblems(draft: MethodDraft): MethodProblem[] {
  if (Boolean(draft.scoreBands) === Boolean(draft.cells)) {
    return [
      methodProblem('PLACEMENT_CHOICE', 'scoreBands', {
        th: 'โปรดระบุ scoreBands หรือ cells อย่างใดอย่างหนึ่ง',
        en: 'Give either scoreBands or cells, and not both.',
      }),
    ];
  }
  const claims = claimsOf(draft);
  const claimed = placesOf(draft).map((place) => ({ place, claims: claims.filter(({ covers }) => covers(place)) }));
  return [
    ...rangeProblems(draft),
    ...claims.flatMap((claim) => nameProblems(claim, draft)),
    ...coverageProblems(draft, claimed),
    ...unusedProblems(draft, claimed),
    ...orderProblems(draft),
  ];
}

type ClaimedPlace = { readonly place: GridPlace; readonly claims: readonly LevelClaim[] };

function rangeProblems(draft: MethodDraft): MethodProblem[] {
  const { likelihoodMax, impactMax } = draft;
  const scoreMax = likelihoodMax * impactMax;
  const isRange = ({ scoreFrom, scoreTo }: ScoreBandDraft) =>
    Number.isInteger(scoreFrom) &&
    Number.isInteger(scoreTo) &&
    1 <= scoreFrom &&
    scoreFrom <= scoreTo &&
    scoreTo <= scoreMax;
  const bands = (draft.scoreBands ?? []).flatMap((band, index) =>
    isRange(band)
      ? []
      : [
          methodProblem('BAND_RANGE', `scoreBands[${index}]`, {
            th: `ช่วงคะแนนของระดับ${levelTh(band.level)} ต้องเรียงจากน้อยไปมากและอยู่ระหว่าง 1 ถึง ${scoreMax}`,
            en: `The scores of level ${band.level} must run upwards, from 1 to ${scoreMax} at most.`,
          }),
        ],
  );
  const places = placesOf(draft);
  const cells = (draft.cells ?? []).flatMap(({ likelihood, impact }, index) =>
    places.some((place) => place.likelihood === likelihood && place.impact === impact)
      ? []
      : [
          methodProblem('CELL_OUTSIDE', `cells[${index}]`, {
            th: `ช่องโอกาส ${likelihood} ผลกระทบ ${impact} อยู่นอกตาราง ${likelihoodMax} x ${impactMax}`,
            en: `Likelihood ${likelihood} x impact ${impact} lies outside the matrix of ${likelihoodMax} x ${impactMax}.`,
          }),
        ],
  );
  return [...bands, ...cells];
}

function nameProblems({ field, level }: LevelClaim, { levels }: MethodDraft): MethodProblem[] {
  if (!isRiskLevel(level)) return [unknownLevel(`${field}.level`, level)];
  if (levels.some((described) => described.level === level)) return [];
  return [
    methodProblem('LEVEL_NOT_DESCRIBED', `${field}.level`, {
      th: `ใช้ระดับ${levelTh(level)} แต่ยังไม่ได้อธิบายไว้`,
      en: `Level ${level} is used, but levels does not describe it.`,
    }),
  ];
}

/** Each score or cell without a level, or with several, from the lowest. */
function coverageProblems(draft: MethodDraft, claimed: readonly ClaimedPlace[]): MethodProblem[] {
  const byScore = Boolean(draft.scoreBands);
  const wrong = new Map<string, readonly LevelClaim[]>();
  for (const { place, claims } of claimed)
    if (claims.length !== 1) wrong.set(byScore ? String(place.score) : `${place.likelihood} x ${place.impact}`, claims);
  const what = byScore ? { th: 'คะแนน', en: 'score' } : { th: 'ช่อง', en: 'cell' };
  const places = [...wrong].toSorted(([one], [other]) => byNumber(one, other));
  return places.map(([name, claims]) => {
    const last = claims.at(-1);
    return last === undefined
      ? methodProblem('GAP', byScore ? 'scoreBands' : 'cells', {
          th: `${what.th} ${name} ยังไม่มีระดับ`,
          en: `No level covers ${what.en} ${name}.`,
        })
      : methodProblem('OVERLAP', last.field, {
          th: `${what.th} ${name} มีมากกว่าหนึ่งระดับ (${levelsOf(claims, levelTh)}) โปรดเหลือไว้ระดับเดียว`,
          en: `More than one level covers ${what.en} ${name} (${levelsOf(claims, String)}): keep one.`,
        });
  });
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

const levelsOf = (claims: readonly LevelClaim[], word: (level: string) => string): string =>
  claims.map(({ level }) => word(level)).join(', ');

const unusedProblems = ({ levels }: MethodDraft, claimed: readonly ClaimedPlace[]): MethodProblem[] =>
  levels.flatMap(({ level }, index) =>
    !isRiskLevel(level) || claimed.some(({ claims }) => claims.some((claim) => claim.level === level))
      ? []
      : [
          methodProblem('LEVEL_UNUSED', `levels[${index}].level`, {
            th: `ไม่มีช่องใดอยู่ในระดับ${levelTh(level)} โปรดตัดระดับนี้ออกหรือกำหนดช่องให้`,
            en: `No cell has level ${level}: leave the level out, or give it cells.`,
          }),
        ],
  );
