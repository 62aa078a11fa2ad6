import type { GraphiQLPlugin } from '@graphiql/react';
import { type FC, useCallback, useEffect, useId, useState } from 'react';
import { isRecord } from '../record.ts';
import { askerKeyOf } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { askBeside } from './ask.ts';
import { ArchivedQueries, OwnQuery } from './own-query.tsx';
import { SaveForm } from './save-form.tsx';
import { inOrder, LIST, linkTo, MARK, type SavedQuery, SHARING, savedQueryIn, UNMARK } from './saved-query.ts';
import { useOpenSaved } from './use-open-saved.ts';

const queriesIn = (list: unknown): SavedQuery[] =>
  isRecord(list) && Array.isArray(list.edges)
    ? list.edges.flatMap((edge: unknown) => savedQueryIn(isRecord(edge) ? edge.node : null) ?? [])
    : [];

/** The saved queries that whoever asks in the tab in view may open. */
const useSavedQueries = () => {
  const asker = askerKeyOf(useSession());
  const [queries, setQueries] = useState<readonly SavedQuery[]>([]);
  const [archived, setArchived] = useState<readonly SavedQuery[]>([]);
  const [said, setSaid] = useState('');
  const load = useCallback(async () => {
    const { data, problem } = asker === null ? { data: {}, problem: null } : await askBeside(LIST);
    setQueries(inOrder(queriesIn(data.savedQueries)));
    setArchived(queriesIn(data.archived).filter(({ isMine }) => isMine));
    setSaid(problem ?? '');
  }, [asker]);
  useEffect(() => void load(), [load]);
  return { asker, queries, archived, said, setSaid, load };
};

const copyLink = (id: string): Promise<string> =>
  navigator.clipboard.writeText(linkTo(id, window.location.href)).then(
    () => 'คัดลอกลิงก์แล้ว · Link copied',
    () => `ลิงก์: ${linkTo(id, window.location.href)}`,
  );

const SavedPanel: FC = () => {
  const title = useId();
  const open = useOpenSaved();
  const { asker, queries, archived, said, setSaid, load } = useSavedQueries();

  const mark = async ({ id, isFavourite }: SavedQuery): Promise<void> => {
    await askBeside(isFavourite ? UNMARK : MARK, { input: { savedQueryId: id } });
    await load();
  };

  const show = (done: string): void => void load().then(() => setSaid(done));

  return (
    <section className="gallery saved" aria-labelledby={title}>
      <h2 id={title} className="gallery-title">
        คำถามที่บันทึกไว้ <span lang="en">Saved queries</span>
      </h2>
      {asker === null ? (
        <p className="gallery-lead">ลงชื่อเข้าใช้ก่อน จึงจะบันทึกและเปิดคำถามได้ · Sign in to save and open queries.</p>
      ) : (
        <SaveForm onSaved={() => void load()} />
      )}
      <p className="saved-said" role="status">
        {said}
      </p>
      <ul className="gallery-list">
        {queries.map((query) => (
          <li key={query.id} className="example saved-query">
            <button
              type="button"
              className="saved-open"
              disabled={open === null}
              onClick={() => void open?.(query.id).then((problem) => setSaid(problem ?? ''))}
            >
              {query.titleTh}
            </button>
            <span className="example-foot">
              {query.folder !== null && <span className="chip">{query.folder}</span>}
              <span className="chip">{SHARING[query.sharedWith] ?? query.sharedWith}</span>
            </span>
            <span className="saved-actions">
              <button
                type="button"
                className="plain-button"
                aria-pressed={query.isFavourite}
                onClick={() => void mark(query)}
              >
                {query.isFavourite ? '★' : '☆'} โปรด
              </button>
              <button type="button" className="plain-button" onClick={() => void copyLink(query.id).then(setSaid)}>
                คัดลอกลิงก์ · Link
              </button>
            </span>
            {query.isMine && <OwnQuery key={query.version} query={query} onDone={show} />}
          </li>
        ))}
      </ul>
      <ArchivedQueries queries={archived} onDone={show} />
    </section>
  );
};

const SavedIcon: FC = () => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M5 2.5h10v15l-5-4-5 4z" />
  </svg>
);

export const savedPlugin: GraphiQLPlugin = {
  title: 'คำถามที่บันทึกไว้ · Saved queries',
  icon: SavedIcon,
  content: SavedPanel,
};
