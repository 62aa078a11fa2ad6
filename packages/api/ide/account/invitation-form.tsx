import { type FC, type FormEvent, useState } from 'react';
import { askBeside } from '../saved/ask.ts';
import { session } from '../session/use-session.ts';

const ACCEPT = 'mutation Accept($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { role } }';

/** Takes the code of an invitation from somebody who is signed in and holds no role yet. */
export const InvitationForm: FC = () => {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const { problem: said } = await askBeside(ACCEPT, { input: { code } });
    setBusy(false);
    setProblem(said);
    if (said === null) await session.refreshAccount();
  };

  return (
    <form className="token-field" onSubmit={(event) => void send(event)}>
      <label>
        <span className="masthead-note">รหัสคำเชิญ · Code</span>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder="รหัสคำเชิญ · Invitation code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <button type="submit" className="masthead-button" disabled={busy || code.trim() === ''}>
        รับคำเชิญ <span lang="en">Accept</span>
      </button>
      <span className="persona-problem" role="alert">
        {problem}
      </span>
    </form>
  );
};
