import { useSyncExternalStore } from 'react';
import { createSession, type Session, type SessionState } from './session.ts';

export const session: Session = createSession(window.sessionStorage);

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.read);
