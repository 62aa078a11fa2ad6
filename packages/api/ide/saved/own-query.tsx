import type { FC, FormEvent } from 'react';
import { textOf } from '../record.ts';
import { askBeside } from './ask.ts';
import { ARCHIVE, MOVE, RENAME, RESTORE, type SavedQuery } from './saved-query.ts';

type Kept = { readonly query: SavedQuery; readonly onDone: (said: string) => void };

/** Does something to a query as it was last seen, and says what is wrong, or that it is done. */
const change = async (
  mutation: string,
  { id, version }: SavedQuery,
  more: Readonly<Record<string, unknown>>,
  done: string,
): Promise<string> => {
  const { problem } = await askBeside(mutation, { input: { savedQueryId: id, expectedVersion: version, ...more } });
  return problem ?? done;
};

/** What its owner does to a saved query: gives it another title or folder, or archives it. */
export const OwnQuery: FC<Kept> = ({ query, onDone }) => {
  const submit = (event: FormEvent<HTMLFormElement>, name: string, mutation: string, done: string): void => {
    event.preventDefault();
    const given = textOf(new FormData(event.currentTarget).get(name)) || null;
    const more = name === 'titleTh' ? { titleTh: given ?? '', titleEn: query.titleEn } : { folder: given };
    void change(mutation, query, more, done).then(onDone);
  };
  return (
    <details className="saved-own">
      <summary>จัดการ · Manage</summary>
      <form onSubmit={(event) => submit(event, 'titleTh', RENAME, 'เปลี่ยนชื่อแล้ว · Renamed')}>
        <label>
          ชื่อใหม่ · New title
          <input name="titleTh" required maxLength={500} defaultValue={query.titleTh} autoComplete="off" />
        </label>
        <button type="submit" className="plain-button">
          เปลี่ยนชื่อ · Rename
        </button>
      </form>
      <form onSubmit={(event) => submit(event, 'folder', MOVE, 'ย้ายแล้ว · Moved')}>
        <label>
          ย้ายไปแฟ้ม (ว่าง = ไม่อยู่ในแฟ้มใด) · To folder, none if empty
          <input name="folder" maxLength={100} defaultValue={query.folder ?? ''} autoComplete="off" />
        </label>
        <button type="submit" className="plain-button">
          ย้าย · Move
        </button>
      </form>
      <button
        type="button"
        className="plain-button"
        onClick={() => void change(ARCHIVE, query, {}, 'เก็บเข้าคลังแล้ว · Archived').then(onDone)}
      >
        เก็บเข้าคลัง · Archive
      </button>
    </details>
  );
};

/** The viewer's own queries that are archived, each of which comes back when its owner wants it. */
export const ArchivedQueries: FC<{
  readonly queries: readonly SavedQuery[];
  readonly onDone: Kept['onDone'];
}> = ({ queries, onDone }) =>
  queries.length === 0 ? null : (
    <details className="saved-own saved-archived">
      <summary>คำถามที่เก็บเข้าคลัง {queries.length} รายการ · Archived</summary>
      <ul className="gallery-list">
        {queries.map((query) => (
          <li key={query.id} className="example saved-query">
            <span>{query.titleTh}</span>
            <button
              type="button"
              className="plain-button"
              onClick={() => void change(RESTORE, query, {}, 'นำกลับมาแล้ว · Restored').then(onDone)}
            >
              นำกลับมา · Restore
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
