import { type FC, useEffect, useRef, useState } from 'react';
import { askerKeyOf } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { linkedIn } from './saved-query.ts';
import { useOpenSaved } from './use-open-saved.ts';

/**
 * Opens the saved query that the address of the page names, once somebody is signed in, and takes it out of the address then: a reload does not
 * open it again.
 */
export const OpenLink: FC = () => {
  const open = useOpenSaved();
  const linked = useRef(linkedIn(window.location.href));
  const [problem, setProblem] = useState<string | null>(null);
  const isSignedIn = askerKeyOf(useSession()) !== null;

  useEffect(() => {
    const id = linked.current;
    if (id === null || open === null || !isSignedIn) return;
    linked.current = null;
    void open(id).then((said) => {
      setProblem(said);
      if (said === null) window.history.replaceState(null, '', '/');
    });
  }, [open, isSignedIn]);

  if (problem === null && (linked.current === null || isSignedIn)) return null;
  return (
    <p className="open-link" role="status">
      {problem ?? 'ลงชื่อเข้าใช้เพื่อเปิดคำถามที่ได้รับลิงก์มา · Sign in to open the query of this link'}
    </p>
  );
};
