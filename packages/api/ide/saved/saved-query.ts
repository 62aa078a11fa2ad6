import { isRecord, textOf } from '../record.ts';

export interface SavedQuery {
  readonly id: string;
  readonly version: number;
  /** Number of its latest version; `version` counts its every change. */
  readonly latestNumber: number;
  readonly titleTh: string;
  readonly titleEn: string | null;
  readonly folder: string | null;
  readonly sharedWith: string;
  readonly isMine: boolean;
  readonly isFavourite: boolean;
  readonly lastUsedAt: string | null;
}

export interface Opened extends SavedQuery {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const SHARING: Readonly<Record<string, string>> = {
  ONLY_ME: 'เฉพาะเจ้าของ · only me',
  OWN_AGENCY: 'หน่วยงานของฉัน · my agency',
  CENTRE: 'ศปท.กทม. · the centre',
  ALL_AGENCIES: 'ทุกหน่วยงาน · all agencies',
};

const FIELDS = 'id version latestNumber titleTh titleEn folder sharedWith isMine isFavourite lastUsedAt';

export const LIST = `query SavedQueries {
  savedQueries(first: 100, where: { archivedAt: { eq: null } }) { edges { node { ${FIELDS} } } }
  archived: savedQueries(first: 100, where: { not: { archivedAt: { eq: null } } }) { edges { node { ${FIELDS} } } }
}`;

export const ONE = `query SavedQuery($id: ID!) {
  savedQuery(id: $id) { ${FIELDS} versions { number document variables } }
}`;

export const SAVE = `mutation SaveQuery($input: SaveQueryInput!) {
  saveQuery(input: $input) { savedQuery { ${FIELDS} } }
}`;

export const SAVE_AGAIN = `mutation SaveQueryVersion($input: SaveQueryVersionInput!) {
  saveQueryVersion(input: $input) { savedQuery { ${FIELDS} } }
}`;

export const MARK = `mutation MarkFavouriteQuery($input: FavouriteQueryInput!) {
  markFavouriteQuery(input: $input) { savedQuery { id } }
}`;

export const UNMARK = `mutation UnmarkFavouriteQuery($input: FavouriteQueryInput!) {
  unmarkFavouriteQuery(input: $input) { savedQuery { id } }
}`;

export const RENAME = `mutation RenameSavedQuery($input: RenameSavedQueryInput!) {
  renameSavedQuery(input: $input) { savedQuery { ${FIELDS} } }
}`;

export const MOVE = `mutation MoveSavedQuery($input: MoveSavedQueryInput!) {
  moveSavedQuery(input: $input) { savedQuery { ${FIELDS} } }
}`;

export const ARCHIVE = `mutation ArchiveSavedQuery($input: SavedQueryActInput!) {
  archiveSavedQuery(input: $input) { savedQuery { ${FIELDS} } }
}`;

export const RESTORE = `mutation RestoreSavedQuery($input: SavedQueryActInput!) {
  restoreSavedQuery(input: $input) { savedQuery { ${FIELDS} } }
}`;

export const savedQueryIn = (value: unknown): SavedQuery | null => {
  if (!isRecord(value)) return null;
  const [id, titleTh, sharedWith] = [textOf(value.id), textOf(value.titleTh), textOf(value.sharedWith)];
  const { version, latestNumber } = value;
  if (id === null || titleTh === null || sharedWith === null) return null;
  if (typeof version !== 'number' || typeof latestNumber !== 'number') return null;
  return {
    id,
    titleTh,
    titleEn: textOf(value.titleEn),
    sharedWith,
    version,
    latestNumber,
    folder: textOf(value.folder),
    isMine: value.isMine === true,
    isFavourite: value.isFavourite === true,
    lastUsedAt: textOf(value.lastUsedAt),
  };
};

export const openedIn = (value: unknown): Opened | null => {
  const query = savedQueryIn(value);
  const [latest] = isRecord(value) && Array.isArray(value.versions) ? value.versions : [];
  if (!query || !isRecord(latest)) return null;
  const document = textOf(latest.document);
  return document === null
    ? null
    : { ...query, document, variables: isRecord(latest.variables) ? latest.variables : {} };
};

/** Favourites first, then what was used last, then the rest as the server orders it. */
export const inOrder = (queries: readonly SavedQuery[]): SavedQuery[] =>
  [...queries].sort(
    (one, other) =>
      Number(other.isFavourite) - Number(one.isFavourite) ||
      (other.lastUsedAt ?? '').localeCompare(one.lastUsedAt ?? ''),
  );

const PARAMETER = 'query';

/** The address that opens a saved query in this page, as whoever opens it. */
export const linkTo = (id: string, place: string): string => {
  const address = new URL('/', place);
  address.searchParams.set(PARAMETER, id);
  return address.href;
};

/** Which saved query an address opens; null for none. */
export const linkedIn = (place: string): string | null => new URL(place).searchParams.get(PARAMETER) || null;
