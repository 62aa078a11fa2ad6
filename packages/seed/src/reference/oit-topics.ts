import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { z } from 'zod';
import topicsFile from '../../data/oit-topics.json' with { type: 'json' };
import { oitTopicId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { actAsSeed } from '../rows/seed-account.ts';

const text = z.string().min(1);

const topics = parseData(
  'oit-topics.json',
  z.array(z.strictObject({ code: text, nameTh: text, nameEn: text, sourceSection: text })),
  topicsFile,
);

/** What document 000 sets out to disclose. All of it is something that an agency makes public. */
export async function writeOitTopics(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadReferenceData');
  const { count } = await tx.oitTopic.createMany({
    data: topics.map((topic, index) => ({
      id: oitTopicId(topic.code),
      sortOrder: index + 1,
      answeredBy: 'PUBLIC_ITEM' as const,
      sourceDocument: '000',
      ...topic,
    })),
  });
  return count;
}
