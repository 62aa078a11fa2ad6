import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const itaRules = {
  Query: {
    targets: isReaderOfRecords,
    itaRuleSets: allow,
    itaRuleSet: allow,
    itaRounds: allow,
    oitTopics: allow,
    itaAssessments: isReaderOfRecords,
    itaAssessmentsGrouped: isReaderOfRecords,
  },
  IntegrityTarget: allow,
  TargetYear: allow,
  OitTopic: allow,
  OitChecklistItem: allow,
  ItaRound: allow,
  ItaRoundStep: allow,
  ItaRuleSet: allow,
  ItaInstrument: allow,
  ItaIndicator: allow,
  ItaGradeBand: allow,
  ItaAssessment: allow,
  ItaInstrumentResult: allow,
  ItaIndicatorResult: allow,
  ItaRespondents: allow,
  ItaRespondentGroup: allow,
  ItaShortfall: allow,
  ItaGap: allow,
  ItaYear: allow,
};
