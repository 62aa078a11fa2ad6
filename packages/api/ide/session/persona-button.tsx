import type { FC, Ref } from 'react';
import { type Persona, roleNameOf } from './persona.ts';

interface PersonaButtonProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly persona: Persona | null;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onClick: () => void;
}

/** Says who asks, and opens the menu to become somebody else. */
export const PersonaButton: FC<PersonaButtonProps> = ({ ref, persona, open, busy, onClick }) => (
  <button
    ref={ref}
    type="button"
    className="persona-button"
    aria-haspopup="listbox"
    aria-expanded={open}
    aria-busy={busy}
    onClick={onClick}
  >
    <span className={persona ? 'persona-dot signed-in' : 'persona-dot'} aria-hidden="true" />
    <span className="persona-texts">
      <span className="persona-name">{persona ? persona.nameTh : 'ไม่ลงชื่อเข้าใช้'}</span>
      <span className="persona-role">
        {persona ? `${roleNameOf(persona.role).en} · ${persona.agencyCode ?? 'City-wide'}` : 'Signed out · เลือกผู้ใช้สาธิต'}
      </span>
    </span>
    <svg className="persona-arrow" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 4.2l4 4 4-4" />
    </svg>
  </button>
);
