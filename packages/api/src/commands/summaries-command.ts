import { parseArgs } from 'node:util';
import { DERIVED, rebuildSummaries, verifySummaries } from '../database/summaries.ts';
import { StartupError } from '../start/startup-error.ts';
import { runCommand } from './command.ts';

function readOptions(): 'verify' | 'rebuild' {
  const [what, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (others.length === 0 && (what === 'verify' || what === 'rebuild')) return what;
  throw new StartupError('ต้องระบุ verify หรือ rebuild', 'Say verify or rebuild.');
}

/** `npm run summaries:verify`, which leaves with 1 when derived rows are not what they are derived from, and `npm run summaries:rebuild`. */
runCommand(readOptions, async ({ ownerUrl }, say, what) => {
  const work = what === 'verify' ? verifySummaries : rebuildSummaries;
  const faults = await work(ownerUrl, ({ meaning: [th, en] }, index) =>
    say(`${index + 1}/${DERIVED.length} ${th} · ${en}`),
  );
  for (const { table, code, key, found, expected } of faults)
    process.stdout.write(`ผิดปกติ · FAULT  ${table}  ${code}  ${key}  ${found} → ${expected}\n`);
  if (faults.length === 0) {
    say('ข้อมูลสรุปตรงกับที่มาทั้งหมด · Every derived row is what it is derived from');
    return 0;
  }
  if (what === 'rebuild') {
    say(`แก้ไขข้อมูลสรุปแล้ว ${faults.length} แถว · Put ${faults.length} derived rows right`);
    return 0;
  }
  say(
    `ข้อมูลสรุปไม่ตรงกับที่มา ${faults.length} แถว แก้ไขด้วย npm run summaries:rebuild · ${faults.length} derived rows are wrong; npm run summaries:rebuild puts them right`,
  );
  return 1;
});
