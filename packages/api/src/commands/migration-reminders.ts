const namesAfter = (sql: string, pattern: RegExp): string[] => [
  ...new Set([...sql.matchAll(pattern)].flatMap(([, name]) => name ?? [])),
];

/** The walls of a table of an agency, as the migrations before have them. */
const wallsOf = (table: string): string => `
-- ---- "${table}": who sees it, what is recorded
-- ? Who adds, changes and removes rows? Remove the policies and the grants that nobody needs.
-- ? Whose disclosure does it take: CALL app.disclose_like('${table}', '<Whole>', '<wholeId>'), or a trigger of its own?
-- ? Which record is it part of in the trail? Then name its column: app.audit('<wholeId>').
ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_reads_own ON "${table}" FOR SELECT USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY city_reads_disclosed ON "${table}" FOR SELECT USING (disclosure >= (SELECT app.floor()));
CREATE POLICY agency_adds_own ON "${table}" FOR INSERT WITH CHECK ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_changes_own ON "${table}" FOR UPDATE USING ("agencyId" = (SELECT app.agency()));
CREATE POLICY agency_removes_own ON "${table}" FOR DELETE USING ("agencyId" = (SELECT app.agency()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO registry_app;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION app.audit();
`;

const remindersOf = (table: string): string => `
-- ---- "${table}" has other columns now
-- ? Its policies hold for whole rows: may everybody who reads the row read the new column, and everybody who writes it write that?
-- ? Does it belong to the content that stays once approved (app.keep_content), to editions, to copies and to next year's record?
-- ? Rows that are there already: what do they get? An UPDATE wants an actor (app.account) and the agency's scope, as row-level security binds the owner too.
`;

/** Prisma's SQL with what it knows nothing of: walls of new tables, and questions that only a person can answer. */
export function withReminders(sql: string): string {
  const added = namesAfter(sql, /CREATE TABLE "(\w+)"/g);
  const altered = namesAfter(sql, /ALTER TABLE "(\w+)" ADD COLUMN/g).filter((table) => !added.includes(table));
  return `-- ? Why: one sentence for whoever reads this in a year.\n\n${sql}\n${added.map(wallsOf).join('')}${altered.map(remindersOf).join('')}`;
}
