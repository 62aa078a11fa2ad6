import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCommand, type Say } from './command.ts';
import { reasonOf, StartupError } from './startup-error.ts';
import { type ChainHead, meaningOf, verifyAudit } from './verify-audit.ts';

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

/** Says every few seconds that the work goes on. */
async function withProgress<Result>(say: Say, work: Promise<Result>): Promise<Result> {
  const since = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - since) / 1000);
    say(`ยังตรวจอยู่ (${seconds} วินาที) · Still checking (${seconds} s)`);
  }, PROGRESS_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** `npm run audit:verify [-- --heads FILE] [-- --against FILE]`: leaves with 1 when the audit trail was tampered with. */
runCommand(async ({ ownerUrl }, say) => {
  const { values } = parseArgs({ options: { heads: { type: 'string' }, against: { type: 'string' } } });
  const kept = values.against === undefined ? [] : await readHeads(values.against);
  say('ตรวจบันทึกการเปลี่ยนแปลงทุกสาย · Checking every chain of the audit trail');
  const { chains, faults } = await withProgress(say, verifyAudit(ownerUrl, kept));
  for (const { code, entries, seq, hash } of chains)
    process.stdout.write(`${code}  ${entries} รายการ · entries  ${seq}  ${hash}\n`);
  for (const { code, seq, kind } of faults) {
    const { th, en } = meaningOf(kind);
    process.stdout.write(`ผิดปกติ · FAULT  ${code}  ${seq}  ${kind}  ${th} · ${en}\n`);
  }
  if (faults.length > 0) {
    say(`พบความผิดปกติ ${faults.length} จุด · ${faults.length} faults: the trail is not as it was written`);
    return 1;
  }
  // Heads of a trail that is not whole would make tomorrow's check pass: only good ones are kept.
  if (values.heads !== undefined) {
    const heads = chains.map(({ agencyId, code, seq, hash }) => ({ agencyId, code, seq, hash }));
    await writeHeads(values.heads, heads);
    say(`เก็บปลายสาย ${heads.length} สายไว้ใน ${values.heads} · Wrote ${heads.length} heads to ${values.heads}`);
  }
  say(`บันทึกครบถ้วนทั้ง ${chains.length} สาย · All ${chains.length} chains are whole`);
  return 0;
});
