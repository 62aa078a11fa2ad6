import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';
import { agencies } from './agencies.ts';
import { sampleAgencies } from './sample-agencies.ts';

/** The agency whose anti-corruption operation centre reviews the others. */
export const CITY = 'BMA';

const overseen = (code: string, basisTh: string) => ({
  id: identifier(`oversight:${CITY}:${code}`),
  centreId: agencyId(CITY),
  overseenId: agencyId(code),
  basisTh,
});

/** The agencies of the city; no document says since when. The local government of document 002 is in another province. */
export async function writeOversight(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadReferenceData');
  const ofCity = agencies.filter(({ parentCode }) => parentCode === CITY);
  const { count } = await tx.oversight.createMany({
    data: ofCity.map(({ code }) => overseen(code, 'หน่วยงานในสังกัดกรุงเทพมหานคร')),
  });
  return count;
}

/** The agencies of the sample city send what they write to the centre, for trying its acts out. */
export async function writeSampleOversight(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadSampleCity');
  const { count } = await tx.oversight.createMany({
    data: sampleAgencies.map(({ code }) => overseen(code, 'หน่วยงานตัวอย่างที่แต่งขึ้นเพื่อทดลองใช้')),
  });
  return count;
}
