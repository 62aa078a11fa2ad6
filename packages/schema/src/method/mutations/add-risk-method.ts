import { isCityAdministrator } from '../../access/access.rules.ts';
import { cleanText } from '../../base/text.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { AddRiskMethodInput } from '../method.inputs.ts';
import { RiskMethodPayload } from '../method.payload.ts';
import { cellsOf } from '../method-cells.logic.ts';
import { methodProblems } from '../method-validation.logic.ts';

const CODE_MAX = 40;

act({
  name: 'addRiskMethod',
  description:
    'เพิ่มวิธีประเมินความเสี่ยงรุ่นใหม่ทั้งวิธี ซึ่งแก้ไขภายหลังไม่ได้ · Adds a version of a risk method, whole; it never changes afterwards, because assessments pin it. INVALID_INPUT names everything that is wrong with it.',
  by: isCityAdministrator,
  on: onCity,
  errors: {},
  input: AddRiskMethodInput,
  payload: RiskMethodPayload,
  work: async ({ levels, scalePoints, scoreBands, cells, ...input }, { db }) => {
    const { likelihoodMax, impactMax, fiscalYearFrom, isDefault } = input;
    const check = new Check();
    const code = check.text('code', input.code, { max: CODE_MAX });
    const basisTh = check.optionalText('basisTh', input.basisTh, { max: TEXT_MAX });
    check.include(methodProblems({ ...input, levels, scalePoints, scoreBands, cells }));
    const version = cleanText(input.version);
    if (await db.riskMethod.findUnique({ where: { version }, select: { id: true } }))
      check.add('version', `มีวิธีประเมินรุ่น ${version} แล้ว`, `There is a method of version ${version} already.`);
    checkMaxCount(check, 'version', { count: await db.riskMethod.count(), max: most.riskMethods });
    check.refuse();

    const { id: methodId } = await db.riskMethod.create({
      data: {
        code,
        version,
        titleTh: cleanText(input.titleTh),
        titleEn: cleanText(input.titleEn),
        basisTh,
        fiscalYearFrom,
        isDefault,
        likelihoodMax,
        impactMax,
      },
      select: { id: true },
    });
    await db.riskMethodLevel.createMany({
      data: levels.map(({ labelTh, labelEn, colour, ...level }) => ({
        ...level,
        methodId,
        labelTh: cleanText(labelTh),
        labelEn: cleanText(labelEn),
        colour: colour.toLowerCase(),
      })),
    });
    await db.riskScalePoint.createMany({
      data: scalePoints.map(({ labelTh, labelEn, meaningTh, ...point }) => ({
        ...point,
        methodId,
        labelTh: cleanText(labelTh),
        labelEn: cleanText(labelEn),
        meaningTh: cleanText(meaningTh),
      })),
    });
    await db.riskMethodCell.createMany({
      data: cellsOf({ likelihoodMax, impactMax, scoreBands, cells }).map((cell) => ({ ...cell, methodId })),
    });
    return { id: methodId };
  },
});
