import { agencyExamples } from './examples/agency.ts';
import { centreExamples } from './examples/centre.ts';
import { centreQuestionExamples } from './examples/centre-questions.ts';
import { documentExamples } from './examples/documents.ts';
import type { Example } from './examples/example.ts';
import { groupingExamples } from './examples/grouping.ts';
import { integrityExamples } from './examples/integrity.ts';
import { referenceExamples } from './examples/reference.ts';
import { registryExamples } from './examples/registry.ts';
import { reportExamples } from './examples/reports.ts';
import { savedExamples } from './examples/saved.ts';

/**
 * The example gallery as data. Nothing here needs a browser: a test runs every example against the server, so that none
 * outlives the schema it was written for.
 */
export const examples: readonly Example[] = [
  ...documentExamples,
  ...agencyExamples,
  ...registryExamples,
  ...centreExamples,
  ...centreQuestionExamples,
  ...groupingExamples,
  ...integrityExamples,
  ...reportExamples,
  ...savedExamples,
  ...referenceExamples,
];
