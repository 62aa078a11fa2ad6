import type { Registry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';

type Step = 'OIT_ANSWERS' | 'OIT_REVIEW' | 'OIT_APPEAL';

/** First and last day of each step, in days from today. */
export type Calendar = Readonly<Partial<Record<Step, readonly [first: number, last: number]>>>;

/** Sets the calendar of a round; the round is added with two items when there is none: O1 asks for how to reach the agency, O2 for its human resources. */
export async function roundOf(
  registry: Registry,
  fiscalYear: number,
  calendar: Calendar,
  { isSample = true } = {},
): Promise<string> {
  const keeper = registry.person('city-admin');
  const [known] = await registry.rows(
    `SELECT id, version FROM "ItaRound" WHERE "fiscalYear" = ${fiscalYear} AND "isSample" = ${isSample}`,
  );
  const item = (code: string, topicCode: string) => ({ code, textTh: 'ข้อสมมติ', indicatorNumber: 9, topicCode });
  const items = [item('O1', 'CONTACT'), item('O2', 'HR_REPORT')];
  const added = known
    ? { id: Buffer.from(`ItaRound:${known.id}`).toString('base64url'), version: known.version }
    : (await keeper.does('addOitChecklist', { fiscalYear, isSample, sourceTh: 'สมมติ', items }, 'round { id version }'))
        .round;
  const steps = Object.entries(calendar).map(([step, [first, last]]) => ({
    step,
    opensOn: dayFromToday(first),
    closesOn: dayFromToday(last),
  }));
  const given = { roundId: added.id, expectedVersion: added.version, calendarSourceTh: 'สมมติ', steps };
  await keeper.does('setItaCalendar', given);
  return added.id;
}

const fields = 'id version state answer address isUpToDate isPublished';

/** The items of an agency in a round, as its viewer sees them. */
export async function itemsOf(registry: Registry, agency: string, fiscalYear: number, code: string): Promise<any[]> {
  const { data } = await registry
    .person(`${agency.toLowerCase()}-viewer`)
    .ask(
      `{ oitItems(first: 100, where: { fiscalYear: { eq: ${fiscalYear} }, checklistItem: { code: { eq: "${code}" } } }) { edges { node { ${fields} } } } }`,
    );
  return data.oitItems.edges.map(({ node }: any) => node);
}

/** The global id of the first row that a statement finds. */
export async function idIn(registry: Registry, type: string, sql: string): Promise<string> {
  const [row] = await registry.rows(sql);
  if (!row) throw new Error(`Nothing is found by ${sql}`);
  return Buffer.from(`${type}:${row.id}`).toString('base64url');
}

/** The first entry of a sample agency at a status, by its global id. */
export const entryOf = (registry: Registry, type: 'PublicItem' | 'Declaration', agency: string, status: string) =>
  idIn(
    registry,
    type,
    `SELECT i.id FROM "${type}" i JOIN "Agency" a ON a.id = i."agencyId" WHERE a.code = '${agency}' AND i.status = '${status}' ORDER BY i.id LIMIT 1`,
  );
