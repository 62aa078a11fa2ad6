import { useGraphiQL } from '@graphiql/react';
import { type FC, type FormEvent, useState } from 'react';
import { isRecord, parseJson, textOf } from '../record.ts';
import { useSession } from '../session/use-session.ts';
import { askBeside, queryOf } from './ask.ts';
import { ownOpenedIn, rememberOpened } from './opened-tabs.ts';
import { SAVE, SAVE_AGAIN, SHARING, savedQueryIn } from './saved-query.ts';

/** Saves what stands in the tab in view: as a new query, or as the next version of the viewer's own that was opened there. */
export const SaveForm: FC<{ readonly onSaved: (id: string) => void }> = ({ onSaved }) => {
  const { tab, persona } = useSession();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const [said, setSaid] = useState('');
  const own = ownOpenedIn(tab);

  const save = async (mutation: string, act: string, more: Readonly<Record<string, unknown>>): Promise<void> => {
    const variables = parseJson(variableEditor?.getValue() ?? '');
    const document = queryEditor?.getValue() ?? '';
    const input = { document, variables: isRecord(variables) ? variables : {}, ...more };
    setSaid('');
    const { data, problem } = await askBeside(mutation, { input });
    const query = savedQueryIn(queryOf(data, act));
    if (!query) return setSaid(problem ?? 'บันทึกไม่สำเร็จ · Not saved');
    rememberOpened(tab, query);
    setSaid(`บันทึกรุ่นที่ ${query.latestNumber} แล้ว · Saved as version ${query.latestNumber}`);
    onSaved(query.id);
  };

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const of = (name: string): string | null => textOf(given.get(name)) || null;
    void save(SAVE, 'saveQuery', {
      titleTh: of('titleTh') ?? '',
      folder: of('folder'),
      sharedWith: of('sharedWith') ?? 'ONLY_ME',
    });
  };

  const sharings = Object.entries(SHARING).filter(([value]) => value !== 'OWN_AGENCY' || persona?.agencyCode !== null);
  return (
    <form className="saved-form" onSubmit={submit}>
      <label>
        ชื่อ · Title
        <input name="titleTh" required maxLength={500} defaultValue="" autoComplete="off" />
      </label>
      <label>
        แฟ้ม · Folder
        <input name="folder" maxLength={100} autoComplete="off" />
      </label>
      <label>
        ผู้ที่เปิดได้ · Shared with
        <select name="sharedWith" defaultValue="ONLY_ME">
          {sharings.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span className="saved-actions">
        <button type="submit" className="solid-button">
          บันทึกแท็บนี้ · Save
        </button>
        {own && (
          <button
            type="button"
            className="plain-button"
            onClick={() =>
              void save(SAVE_AGAIN, 'saveQueryVersion', { savedQueryId: own.id, expectedVersion: own.version })
            }
          >
            เป็นรุ่นใหม่ของ “{own.titleTh}”
          </button>
        )}
      </span>
      <span className="saved-said" role="status">
        {said}
      </span>
    </form>
  );
};
