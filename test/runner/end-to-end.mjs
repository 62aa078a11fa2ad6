// Tests that start the built program, browsers, clusters or hosts of their own: together they take as long as all others.
import { drawn } from './drawn.mjs';

const endToEnd = [
  'test/attack/attack',
  'test/audit/verify-command',
  'test/daily/dev',
  'test/database/documents-correction',
  'test/database/embedded-postgres',
  'test/database/function-files',
  'test/database/instance-lock',
  'test/journeys/ide-people.browser',
  'test/journeys/ide-saved.browser',
  'test/journeys/ide.browser',
  'test/journeys/integrity-year.browser',
  'test/journeys/own-database',
  'test/serving/first-start',
  'test/serving/startup',
  'test/sign-in-browser/journey.browser',
];

/** Those that a run leaves out. */
export function leftOut() {
  const tried = drawn(endToEnd);
  return endToEnd.filter((file) => !tried.includes(file));
}
