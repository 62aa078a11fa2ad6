import { type FC, type FormEvent, useState } from 'react';
import { session, useSession } from './use-session.ts';
import { useSwitchPersona } from './use-switch-persona.ts';

/** Production has no demo personas: whoever has a token from the city's sign-in pastes it here. */
export const TokenField: FC = () => {
  const { ownToken } = useSession();
  const { afterSwitch } = useSwitchPersona();
  const [draft, setDraft] = useState('');

  const adopt = (value: string): void => {
    session.adopt(value);
    setDraft('');
    afterSwitch();
  };

  if (ownToken !== null) {
    return (
      <div className="token-field">
        <span className="masthead-note">ใช้โทเคนของท่านอยู่ · Using your token</span>
        <button type="button" className="masthead-button" onClick={() => adopt('')}>
          ออก <span lang="en">Sign out</span>
        </button>
      </div>
    );
  }
  return (
    <form
      className="token-field"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (draft.trim() !== '') adopt(draft);
      }}
    >
      <label>
        <span className="masthead-note">โทเคน · Token</span>
        <input
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="วางโทเคนที่นี่ · Paste token"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
      </label>
      <button type="submit" className="masthead-button" disabled={draft.trim() === ''}>
        ใช้ <span lang="en">Use</span>
      </button>
    </form>
  );
};
