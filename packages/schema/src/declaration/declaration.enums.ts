import { storedEnum } from '../graphql/enums.ts';
import { declarationKindMeanings } from './declaration-words.logic.ts';

export const DeclarationKind = storedEnum(
  'DeclarationKind',
  'เรื่องที่ประกาศ · What a declaration is about. Sources: documents 000 and 001 (the two policies), document 004 (the nine of Thon Buri).',
  declarationKindMeanings,
);

export const DeclarationForm = storedEnum('DeclarationForm', 'รูปแบบของประกาศ · Whether it is a policy or a measure.', {
  POLICY: 'นโยบาย · A policy.',
  MEASURE: 'มาตรการ · A measure.',
});

export const YearBasis = storedEnum('YearBasis', 'ชนิดปีของประกาศ · Which kind of year a declaration is for.', {
  FISCAL_YEAR: 'ปีงบประมาณ (1 ตุลาคมถึง 30 กันยายน) · A fiscal year, 1 October to 30 September.',
  CALENDAR_YEAR: 'ปีปฏิทิน (1 มกราคมถึง 31 ธันวาคม) · A calendar year.',
});
