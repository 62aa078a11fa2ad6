import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import type { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { readGroups } from '@registry/schema/tenancy/grouped-read.ts';
import { agencyDb, type Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { z } from 'zod';

const AGENCIES_AT_A_TIME = 50;
/** Contents are read a few at a time, since each is a whole record. */
const CONTENTS_AT_A_TIME = 8;
/** More than any city has. */
const AGENCIES_MAX = 100_000;

export type RecordKind = 'PLAN' | 'RISK_REGISTER' | 'SWOT_ANALYSIS' | 'YEAR_REPORT';

/** Where open data is read, and until when: as the public reads, behind both walls. */
export type Source = { readonly tenancy: Tenancy; readonly deadline: RequestDeadline };

const asPublic = (source: Source) => ({ viewer: publicViewer, ...source });

const publishingAgency = z.object({
  code: z.string(),
  nameTh: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  districtGroup: z.string().nullable(),
  editionCount: z.number(),
});

/** An agency that has published something. */
export type PublishingAgency = z.infer<typeof publishingAgency>;

/** The agencies that have published, by code, each with the number of its editions: equal lists mean equal open data, as editions only come to be. */
export async function publishingAgencies(source: Source): Promise<PublishingAgency[]> {
  const columns = ['code', 'nameTh', 'nameEn', 'kind', 'districtGroup'] as const;
  const { rows } = await readGroups(asPublic(source), {
    model: 'Edition',
    where: {},
    keys: columns.map((column) => ({ kind: 'COLUMN', path: ['agency', column] })),
    measures: [{ figure: 'COUNT' }],
    having: [],
    orderBy: [],
    first: AGENCIES_MAX,
  });
  return rows.map(({ k0: code, k1: nameTh, k2: nameEn, k3: kind, k4: districtGroup, f0: editionCount }) =>
    publishingAgency.parse({ code, nameTh, nameEn, kind, districtGroup, editionCount }),
  );
}

const editionsOfAgencies = (source: Source, agencies: readonly PublishingAgency[], kind: RecordKind | null) =>
  agencyDb(asPublic(source)).edition.findMany({
    where: { agency: { code: { in: agencies.map(({ code }) => code) } }, ...(kind && { kind }) },
    orderBy: [{ fiscalYear: 'asc' }, { kind: 'asc' }, { number: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      number: true,
      fiscalYear: true,
      titleTh: true,
      noteTh: true,
      publishedAt: true,
      announcementKind: true,
      announcementNo: true,
      announcedOn: true,
      announcementAddress: true,
      contentHash: true,
      planId: true,
      analysisId: true,
      registerId: true,
      reportId: true,
      agency: { select: { code: true } },
    },
  });

type EditionRow = Awaited<ReturnType<typeof editionsOfAgencies>>[number];

/** An edition with the agency that published it; its content where that was asked for. */
export type PublishedEdition = Omit<EditionRow, 'agency'> & {
  readonly agency: PublishingAgency;
  readonly content: unknown;
};

const recordOf = ({ planId, analysisId, registerId, reportId }: EditionRow): string =>
  planId ?? analysisId ?? registerId ?? reportId ?? '';

/** The last edition of each record, of editions in the order of their numbers. */
const latestOf = (editions: readonly EditionRow[]): EditionRow[] => {
  const last = new Map(editions.map((edition) => [recordOf(edition), edition.id]));
  return editions.filter((edition) => last.get(recordOf(edition)) === edition.id);
};

function* inParts<Value>(values: readonly Value[], size: number): Generator<Value[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}

async function* withContents(source: Source, editions: readonly Omit<PublishedEdition, 'content'>[]) {
  for (const part of inParts(editions, CONTENTS_AT_A_TIME)) {
    const found = await agencyDb(asPublic(source)).edition.findMany({
      where: { id: { in: part.map(({ id }) => id) } },
      select: { id: true, content: true },
    });
    const contents = new Map(found.map(({ id, content }) => [id, content]));
    for (const edition of part) yield { ...edition, content: JSON.parse(contents.get(edition.id) ?? 'null') };
  }
}

/** Every edition of some agencies without contents, or the latest of each record of a kind with its content, by agency and year. */
export async function* publishedEditions(
  source: Source,
  agencies: readonly PublishingAgency[],
  kind: RecordKind | null,
): AsyncGenerator<PublishedEdition> {
  for (const part of inParts(agencies, AGENCIES_AT_A_TIME)) {
    const found = await editionsOfAgencies(source, part, kind);
    for (const agency of part) {
      const editions = found.filter((edition) => edition.agency.code === agency.code);
      const told = (kind ? latestOf(editions) : editions).map((edition) => ({ ...edition, agency }));
      if (kind) yield* withContents(source, told);
      else yield* told.map((edition) => ({ ...edition, content: null }));
    }
  }
}
