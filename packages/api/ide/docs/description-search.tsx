import { useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL } from '@graphiql/react';
import { type FC, type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { type Entry, entriesOf, search } from './entries.ts';

/** Searches names and descriptions, Thai and English, where GraphiQL's own search knows names alone. */
export const DescriptionSearch: FC = () => {
  const schema = useGraphiQL((state) => state.schema);
  const { push } = useDocExplorerActions();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const input = useRef<HTMLInputElement>(null);
  const entries = useMemo(() => (schema ? entriesOf(schema) : []), [schema]);
  const found = useMemo(() => search(entries, wanted), [entries, wanted]);
  const left = found.total - found.entries.length;

  const show = ({ type, member }: Entry): void => {
    push({ name: type.name, def: type });
    if (member) push({ name: member.name, def: member });
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    setText('');
    input.current?.focus();
  };

  return (
    <search className="docs-search" onKeyDown={onKeyDown}>
      {/* GraphiQL's shortcut for searching clicks what has this class. */}
      <label className="graphiql-doc-explorer-search-input">
        <span className="docs-search-label">ค้นหาในเอกสาร · Search</span>
        <input
          ref={input}
          type="search"
          autoComplete="off"
          placeholder="ชื่อหรือคำอธิบาย เช่น ความเสี่ยง"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span role="status" className="docs-search-status">
        {wanted.trim() !== '' && found.total === 0 && 'ไม่พบ ลองคำอื่น · Nothing found, try another word'}
        {found.total > 0 && `พบ ${found.total} รายการ · found`}
        {left > 0 && ` แสดง ${found.entries.length} รายการแรก`}
      </span>
      {found.entries.length > 0 && (
        <ul className="docs-search-list">
          {found.entries.map((entry) => (
            <li key={entry.path}>
              <button type="button" onClick={() => show(entry)}>
                <code>{entry.path}</code>
                <span>{entry.description}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
};
