import { connectTo } from '../database/connect.ts';

/** The newest entry of an agency's chain: kept elsewhere, it shows whether the chain was rewritten or cut since. */
export type ChainHead = {
  readonly agencyId: string;
  readonly code: string;
  readonly seq: number;
  readonly hash: string;
};

export type Chain = ChainHead & { readonly entries: number };

const kinds = {
  ENTRIES_REMOVED_BEFORE: ['มีรายการก่อนหน้าถูกลบ', 'entries before this one were removed'],
  CHAIN_BROKEN: ['รายการไม่ต่อจากรายการก่อนหน้า', 'it does not continue the entry before it'],
  ENTRY_ALTERED: ['รายการถูกแก้ไข', 'the entry was altered'],
  TAIL_CUT: ['รายการท้ายสายถูกลบ', 'entries at the end were removed'],
  HEAD_REMOVED: ['ปลายสายถูกลบ', 'the head of the chain was removed'],
  KEPT_HEAD_MISSING: ['ไม่พบรายการที่เคยเก็บค่าไว้', 'the entry that was kept as the head is gone'],
  KEPT_HEAD_DIFFERS: ['รายการไม่ตรงกับค่าที่เคยเก็บไว้', 'the entry differs from the head that was kept'],
} as const;

export type FaultKind = keyof typeof kinds;
export type AuditFault = {
  readonly agencyId: string;
  readonly code: string;
  readonly seq: number;
  readonly kind: FaultKind;
};

export const meaningOf = (kind: FaultKind): { th: string; en: string } => ({ th: kinds[kind][0], en: kinds[kind][1] });

const isKind = (kind: string): kind is FaultKind => kind in kinds;

/** The code under which the city's own chain is shown; it belongs to no agency. */
const CITY = 'CITY';

const AGENCIES = 'SELECT id, code FROM "Agency"';

const CHAINS = `
  SELECT counted."agencyId", counted.entries, last.seq, encode(last.hash, 'hex') AS hash
  FROM (SELECT "agencyId", count(*)::int AS entries, max(seq) AS seq FROM "AuditEntry" GROUP BY 1) counted
  JOIN "AuditEntry" last ON last."agencyId" = counted."agencyId" AND last.seq = counted.seq`;

const FAULTS = 'SELECT "agencyId", seq, fault FROM app.audit_faults()';

const LOST_HEADS = `
  SELECT kept."agencyId", kept.seq,
    CASE WHEN e.seq IS NULL THEN 'KEPT_HEAD_MISSING' ELSE 'KEPT_HEAD_DIFFERS' END AS fault
  FROM jsonb_to_recordset($1::jsonb) AS kept ("agencyId" uuid, seq bigint, hash text)
  LEFT JOIN "AuditEntry" e ON e."agencyId" = kept."agencyId" AND e.seq = kept.seq
  WHERE e.seq IS NULL OR encode(e.hash, 'hex') <> kept.hash
  ORDER BY 1, 2`;

type ChainRow = { agencyId: string; entries: number; seq: string; hash: string };
type FaultRow = { agencyId: string; seq: string; fault: string };

/**
 * Checks every chain of the audit trail, as the owner of the database: that each entry is what was written, that each continues the one
 * before, and that none is missing; and that the heads `kept` from an earlier day are still in it. It reads one moment of the database,
 * so that writers may go on.
 */
export async function verifyAudit(
  ownerUrl: string,
  kept: readonly ChainHead[] = [],
): Promise<{ chains: Chain[]; faults: AuditFault[] }> {
  const client = await connectTo(ownerUrl);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const agencies = await client.query<{ id: string; code: string }>(AGENCIES);
    const codes = new Map(agencies.rows.map(({ id, code }) => [id, code]));
    const codeOf = (agencyId: string): string => codes.get(agencyId) ?? CITY;
    const chains = await client.query<ChainRow>(CHAINS);
    const faults = await client.query<FaultRow>(FAULTS);
    const lostHeads = await client.query<FaultRow>(LOST_HEADS, [JSON.stringify(kept)]);
    return {
      chains: chains.rows
        .map((row) => ({ ...row, code: codeOf(row.agencyId), seq: Number(row.seq) }))
        .sort((one, other) => one.code.localeCompare(other.code)),
      faults: [...faults.rows, ...lostHeads.rows].map(({ agencyId, seq, fault }) => {
        if (!isKind(fault)) throw new Error(`Say in verify-audit.ts what ${fault} means.`);
        return { agencyId, code: codeOf(agencyId), seq: Number(seq), kind: fault };
      }),
    };
  } finally {
    await client.end();
  }
}
