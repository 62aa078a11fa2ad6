/** A project in a report, as tests ask for it. */
export type Item = {
  id: string;
  version: number;
  resultTh: string | null;
  progressPercent: number | null;
  spentAmount: string | null;
  isSourceChanged: boolean;
  project: { id: string } | null;
  progressReport: { id: string; quarter: number; version: number } | null;
  values: { value: string | null; outcome: string }[];
};
/** A report of the year, as tests ask for it. */
export type Report = { id: string; version: number; status: string; items: Item[]; missing: { code: string }[] };

/** What is asked of a report after each act. */
export const fields = `yearReport { id version status missing { code } items { id version resultTh progressPercent spentAmount isSourceChanged
  project { id } progressReport { id quarter version } values { value outcome } } }`;

/** The id that the database has. */
export const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1];
