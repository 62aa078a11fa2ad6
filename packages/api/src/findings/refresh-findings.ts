import { createPool } from '@registry/prisma/client.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { refreshAllFindings } from '@registry/schema/finding/refresh.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';

type Options = {
  /** URL of a login that the row-level security policies bind. */
  readonly databaseUrl: string;
  readonly onProgress: (message: string) => void;
  readonly isStopped?: () => boolean;
};

/** Brings the computed findings of every agency up to date, one agency after another on a connection of its own. */
export async function refreshFindings({ databaseUrl, onProgress, isStopped = () => false }: Options): Promise<void> {
  const pool = createPool({ url: databaseUrl, max: 1, onError: () => undefined });
  const startedAt = performance.now();
  try {
    const changed = await refreshAllFindings({
      tenancy: new Tenancy(pool),
      accountId: registryAccountId,
      isStopped,
      onProgress: (done, of) => onProgress(`ตรวจข้อสังเกต · checking findings: ${done}/${of}`),
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    onProgress(`ข้อสังเกตใหม่หรือเปลี่ยน ${changed} รายการ · findings new or changed: ${changed} (${seconds} s)`);
  } finally {
    await pool.end();
  }
}

const MINUTES_BETWEEN_LOOKS = 10;

/** Refreshes the findings once each day in Bangkok, beside the server. */
export function refreshFindingsDaily({
  isDoneToday,
  ...options
}: Omit<Options, 'isStopped'> & { readonly isDoneToday: boolean }): { stop(): Promise<void> } {
  let day = isDoneToday ? todayInBangkok().getTime() : 0;
  let isStopped = false;
  let round = Promise.resolve();
  const look = () => {
    const today = todayInBangkok().getTime();
    if (today === day) return;
    day = today;
    round = refreshFindings({ ...options, isStopped: () => isStopped }).catch((error: unknown) =>
      options.onProgress(`ตรวจข้อสังเกตไม่สำเร็จ · Checking findings failed: ${String(error)}`),
    );
  };
  look();
  const timer = setInterval(look, MINUTES_BETWEEN_LOOKS * 60_000);
  timer.unref();
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
      return round;
    },
  };
}
