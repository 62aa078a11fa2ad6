import { createHash } from 'node:crypto';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { QuerySharing } from '@registry/prisma/generated/client/enums.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';
import { personaAccountId, personas } from './personas.ts';

type SampleQuery = {
  /** Names it, and its id for good. */
  readonly key: string;
  /** The persona that owns it. */
  readonly owner: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly folder: string | null;
  readonly sharedWith: QuerySharing;
  readonly document: string;
  readonly variables?: Prisma.InputJsonObject;
};

const unanswered = `query UnansweredRisks($first: Int = 20) {
  risks(
    first: $first
    where: { level: { in: [HIGH, EXTREME] }, mitigations: { none: { status: { in: [PLANNED, IN_PROGRESS] } } } }
    orderBy: [{ field: score, direction: DESC }]
  ) {
    totalCount
    edges { node { agency { nameTh } code titleTh level score } }
  }
}`;

const byLevelAndYear = `query RisksByLevelAndYear {
  risksGrouped(groupBy: [fiscalYear, level], first: 100) {
    groupCount
    groups { keys { fiscalYear level } labels { key th en } count }
  }
}`;

const endingOrders = `query EndingOrders($days: Int = 90) {
  delegationOrders(first: 50, where: { effectiveTo: { today: { gte: 0, lte: $days } } }) {
    totalCount
    edges { node { orderNo year effectiveTo powers { verb processArea delegate { titleTh } } } }
  }
}`;

/** One of every sharing, so that whoever tries the registry finds some to open, and some that others keep to themselves. */
const queries: readonly SampleQuery[] = [
  {
    key: 'unanswered-risks',
    owner: 'centre',
    titleTh: 'ความเสี่ยงสูงและสูงมากที่ยังไม่มีมาตรการซึ่งกำลังดำเนินการ',
    titleEn: 'High and extreme risks without a measure under way',
    folder: 'คำถามกลาง',
    sharedWith: 'ALL_AGENCIES',
    document: unanswered,
    variables: { first: 20 },
  },
  {
    key: 'risks-by-level-and-year',
    owner: 'analyst',
    titleTh: 'จำนวนความเสี่ยงตามปีงบประมาณและระดับ',
    titleEn: 'Risks by fiscal year and level',
    folder: 'แนวโน้ม',
    sharedWith: 'CENTRE',
    document: byLevelAndYear,
  },
  {
    key: 'analyst-draft',
    owner: 'analyst',
    titleTh: 'คำสั่งที่จะสิ้นผล (กำลังทดลอง)',
    titleEn: 'Orders about to end (being tried)',
    folder: null,
    sharedWith: 'ONLY_ME',
    document: endingOrders,
  },
  {
    key: 'ending-orders',
    owner: 'sample-1-editor',
    titleTh: 'คำสั่งมอบอำนาจที่จะสิ้นผลภายใน 90 วัน',
    titleEn: 'Delegation orders that end within 90 days',
    folder: 'ติดตาม',
    sharedWith: 'OWN_AGENCY',
    document: endingOrders,
    variables: { days: 90 },
  },
  {
    key: 'sample-2-draft',
    owner: 'sample-2-editor',
    titleTh: 'ความเสี่ยงที่ต้องติดตาม (เฉพาะตน)',
    titleEn: 'Risks to follow (my own)',
    folder: null,
    sharedWith: 'ONLY_ME',
    document: unanswered,
  },
];

export const sampleQueryId = (key: string): string => identifier(`saved-query:${key}`);

/** The saved queries of some personas. */
export async function writeSampleQueries(tx: Prisma.TransactionClient): Promise<number> {
  for (const { key, owner: ownerKey, document, variables = {}, ...query } of queries) {
    const owner = personas.find(({ id }) => id === ownerKey);
    if (!owner) throw new Error(`There is no persona ${ownerKey}.`);
    const place = owner.agencyCode === null ? null : agencyId(owner.agencyCode);
    const id = sampleQueryId(key);
    await actAsSeed(tx, 'loadSavedQueries', place ?? '');
    await tx.savedQuery.create({ data: { ...query, id, agencyId: place, ownerId: personaAccountId(owner) } });
    await tx.savedQueryVersion.create({
      data: {
        id: identifier(`saved-query-version:${key}:1`),
        savedQueryId: id,
        agencyId: place,
        number: 1,
        document,
        documentHash: createHash('sha256').update(document).digest('hex'),
        variables,
      },
    });
  }
  return queries.length * 2;
}
