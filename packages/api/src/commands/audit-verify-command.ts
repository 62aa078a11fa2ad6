import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type ChainHead, meaningOf, verifyAudit } from '../audit/verify-audit.ts';
import { meaningOfRow, type RowFault, verifyRows } from '../audit/verify-rows.ts';
import { reasonOf, StartupError } from '../start/startup-error.ts';
import { runCommand } from './command.ts';
import type { Say } from './registry-database.ts';

const PROGRESS_MS = 5_000;

const keptHeads = z.object({
  checkedAt: z.string(),
  heads: z.array(z.object({ agencyId: z.uuid(), code: z.string(), seq: z.int(), hash: z.string() })),
});

async function readHeads(path: string): Promise<ChainHead[]> {
  try {
    return keptHeads.parse(JSON.parse(await readFile(path, 'utf8'))).heads;
  } catch (cause) {
    throw new StartupError(
      `อ่าน ${path} ไม่ได้ ต้องเป็นไฟล์ที่สร้างด้วย --heads (${reasonOf(cause)})`,
      `${path} cannot be read: it must be a file written by --heads (${reasonOf(cause)})`,
      { cause },
    );
  }
}

const writeHeads = (path: string, heads: readonly ChainHead[]): Promise<void> =>
  writeFile(path, `${JSON.stringify({ checkedAt: new Date().toISOString(), heads }, null, 2)}\n`);

/** Reports progress every few seconds. */
async function withProgress<Result>(say: Say, work: (report: Report) => Promise<Result>): Promise<Result> {
  const since = performance.now();
  let progress = '';
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - since) / 1000);
    say(`ยังตรวจอยู่ (${seconds} วินาที${progress}) · Still checking (${seconds} s${progress})`);
  }, PROGRESS_MS);
  try {
    return await work((done, of) => {
      progress = `, ${done}/${of}`;
    });
  } finally {
    clearInterval(timer);
  }
}

type Report = (done: number, of: number) => void;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Checks the chains; answers the heads of a trail that is whole, or null. */
async function verifyTrail(
  ownerUrl: string,
  kept: readonly ChainHead[],
  say: Say,
): Promise<readonly ChainHead[] | null> {
  say('ตรวจบันทึกการเปลี่ยนแปลงทุกสาย · Checking every chain of the audit trail');
  const { chains, faults } = await withProgress(say, () => verifyAudit(ownerUrl, kept));
  for (const { code, entries, seq, hash } of chains) print(`${code}  ${entries} รายการ · entries  ${seq}  ${hash}`);
  for (const { code, seq, kind } of faults) {
    const { th, en } = meaningOf(kind);
    print(`ผิดปกติ · FAULT  ${code}  ${seq}  ${kind}  ${th} · ${en}`);
  }
  if (faults.length > 0) {
    say(`พบความผิดปกติ ${faults.length} จุด · ${faults.length} faults: the trail is not as it was written`);
    return null;
  }
  say(`บันทึกครบถ้วนทั้ง ${chains.length} สาย · All ${chains.length} chains are whole`);
  return chains.map(({ agencyId, code, seq, hash }) => ({ agencyId, code, seq, hash }));
}

/** Compares the rows with the trail; answers whether they agree. */
async function verifyAgainstRows(ownerUrl: string, say: Say): Promise<boolean> {
  say('เทียบแถวในตารางกับบันทึก · Comparing the rows of the tables with the trail');
  const onFault = ({ code, table, key, kind, columns }: RowFault): void => {
    const { th, en } = meaningOfRow(kind);
    print(`ผิดปกติ · FAULT  ${code}  ${table}  ${key}  ${kind}  ${columns.join(', ')}  ${th} · ${en}`);
  };
  const verified = await withProgress(say, (onProgress) => verifyRows({ ownerUrl, onFault, onProgress }));
  const { faults, tables, chains } = verified;
  if (faults > 0) {
    say(`แถวที่ไม่ตรงกับบันทึก ${faults} แถว · ${faults} rows are not what the trail says`);
    return false;
  }
  say(
    `ทุกแถวของ ${tables} ตารางใน ${chains} หน่วยงานตรงกับบันทึก · Every row of ${tables} tables in ${chains} agencies is what the trail says`,
  );
  return true;
}

const readOptions = () =>
  parseArgs({ options: { heads: { type: 'string' }, against: { type: 'string' }, rows: { type: 'boolean' } } }).values;

/**
 * `npm run audit:verify [-- --heads FILE] [-- --against FILE] [-- --rows]`: leaves with 1 when the audit trail was tampered with, or, with
 * `--rows`, when the tables do not hold what it says.
 */
runCommand(readOptions, async ({ ownerUrl }, say, { heads, against, rows = false }) => {
  const whole = await verifyTrail(ownerUrl, against === undefined ? [] : await readHeads(against), say);
  const agrees = rows ? await verifyAgainstRows(ownerUrl, say) : true;
  if (!whole) return 1;
  // Heads of a trail that is not whole would make tomorrow's check pass: only good ones are kept.
  if (heads !== undefined) {
    await writeHeads(heads, whole);
    say(`เก็บปลายสาย ${whole.length} สายไว้ใน ${heads} · Wrote ${whole.length} heads to ${heads}`);
  }
  if (!rows) {
    say(
      'พิสูจน์เฉพาะตัวบันทึก ไม่ได้เทียบกับแถวในตาราง ใช้ --rows เพื่อเทียบ · This proves the trail itself, not that the rows agree with it: --rows compares them',
    );
  }
  return agrees ? 0 : 1;
});
