import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawn } from './drawn.mjs';

const here = (file) => fileURLToPath(new URL(`../../${file}.test.ts`, import.meta.url));

/** They start the built program, browsers, clusters or hosts of their own: together they take as long as all others. */
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
/** Whatever is asked, of every kind of record, by everybody from whom it is hidden. */
const isolation = [
  'test/contract/isolation-application',
  'test/contract/isolation-both-walls',
  'test/contract/isolation-oracles',
  'test/contract/isolation-row-level-security',
  'test/contract/isolation-saved',
];
/** Many clients at once, slow ones and those that leave. */
const clients = [
  'test/serving/callers',
  'test/serving/deadline',
  'test/serving/slow-clients',
  'test/serving/subscription-sockets',
  'test/serving/subscriptions',
];
const groups = [endToEnd, isolation, clients];

/** The long files that a run leaves out: of each group it tries its part, and one at least. */
export function leftOut() {
  const gone = groups.flat().filter((file) => !existsSync(here(file)));
  if (gone.length > 0) throw new Error(`test/runner/long-files.mjs names files that are not there: ${gone.join(', ')}`);
  return groups.flatMap((group) => {
    const tried = drawn(group);
    return group.filter((file) => !tried.includes(file));
  });
}
