import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const lifecycleRules = {
  // Editions are published: they are read without sign-in.
  Query: { editions: allow },
  Subscription: { statusChanged: isReaderOfRecords },
  Edition: allow,
  StatusChange: allow,
  ReviewComment: allow,
  RecordAmendment: allow,
  RecordChange: allow,
  SubmissionProblem: allow,
};
