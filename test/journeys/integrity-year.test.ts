import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { everyTask } from '../kit/every-task.ts';
import { integrityYear, YEAR } from '../kit/integrity-year.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** The last months of a calendar year are the first of the next fiscal year. */
const ofTheNextYear = new RegExp(`(ตุลาคม|พฤศจิกายน|ธันวาคม) ${YEAR}`);

it('an officer walks through the integrity year: nothing of it is owed any more, and the year is closed', async () => {
  const editor = registry.person('sample-1-editor');
  const approver = registry.person('sample-1-approver');
  const walkers = { editor, approver, centre: registry.person('centre'), administrator: registry.person('city-admin') };
  for (const [name, work] of integrityYear(walkers))
    await work().catch((error) => {
      throw new Error(name, { cause: error });
    });
  const { data } = await approver.ask(`{
    viewer { agency { oitReadiness(fiscalYear: ${YEAR}) { items answered } } }
    planReports(first: 5, where: { fiscalYear: { eq: ${YEAR} } }) { edges { node { kind status } } } }`);
  const owed = (await everyTask(approver.ask)).filter(
    ({ titleTh }) => titleTh.includes(`${YEAR}`) && !ofTheNextYear.test(titleTh),
  );
  const kinds = new Set(owed.map(({ kind }) => kind));
  // The months of delegated powers and the register's own life are no part of it.
  expect(kinds).toEqual(new Set(['MONTHLY_REPORT_DUE', 'ORDER_ENDING', 'RECORD_TO_PUBLISH']));
  const { items, answered } = data.viewer.agency.oitReadiness;
  expect(items).toBeGreaterThan(0);
  expect(answered).toBe(items);
  expect(nodes(data.planReports)).toEqual([
    { kind: 'SIX_MONTHS', status: 'PUBLISHED' },
    { kind: 'BRIBERY_RISKS', status: 'PUBLISHED' },
    { kind: 'TWELVE_MONTHS', status: 'CLOSED' },
  ]);
});
