import { type FC, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { groupsOf, type Persona, roleNameOf } from './persona.ts';
import { PersonaList, type PersonaOption } from './persona-list.tsx';
import { useSession } from './use-session.ts';
import { useSwitchPersona } from './use-switch-persona.ts';

const matches = (persona: Persona, wanted: string): boolean => {
  const { th, en } = roleNameOf(persona.role);
  return [persona.nameTh, persona.nameEn, persona.agencyCode, th, en]
    .filter((text) => text !== null)
    .some((text) => text.toLowerCase().includes(wanted));
};

/** A combobox: the field filters, arrows move, Enter chooses, Escape closes and gives the focus back to the button. */
export const PersonaMenu: FC = () => {
  const { personas, persona, busy, problem } = useSession();
  const { switchTo } = useSwitchPersona();
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const groups = groupsOf(personas.filter((each) => matches(each, filter.trim().toLowerCase())));
  const options: readonly PersonaOption[] = [null, ...groups.flatMap((group) => group.personas)];

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: PointerEvent): void => {
      const inside =
        event.target instanceof Node &&
        (panel.current?.contains(event.target) || button.current?.contains(event.target));
      if (!inside) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const show = (): void => {
    setFilter('');
    const current = [null, ...groupsOf(personas).flatMap((group) => group.personas)].findIndex(
      (each) => each?.id === persona?.id,
    );
    setActive(Math.max(current, 0));
    setOpen(true);
  };

  const choose = (option: PersonaOption): void => {
    setOpen(false);
    button.current?.focus();
    void switchTo(option);
  };

  const moveBy: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = moveBy[event.key];
    if (step !== undefined) setActive(Math.min(Math.max(active + step, 0), options.length - 1));
    else if (event.key === 'Enter') choose(options[active] ?? null);
    else if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
  };

  return (
    <div className="persona">
      <button
        ref={button}
        type="button"
        className="persona-button"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-busy={busy}
        onClick={() => (open ? setOpen(false) : show())}
      >
        <span className={persona ? 'persona-dot signed-in' : 'persona-dot'} aria-hidden="true" />
        <span className="persona-texts">
          <span className="persona-name">{persona ? persona.nameTh : 'ไม่ลงชื่อเข้าใช้'}</span>
          <span className="persona-role">
            {persona
              ? `${roleNameOf(persona.role).en} · ${persona.agencyCode ?? 'City-wide'}`
              : 'Signed out · เลือกผู้ใช้สาธิต'}
          </span>
        </span>
        <svg className="persona-arrow" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 4.2l4 4 4-4" />
        </svg>
      </button>
      <span className="persona-problem" role="alert">
        {problem}
      </span>
      {open && (
        <div ref={panel} className="persona-panel">
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="persona-list"
            aria-activedescendant={`persona-option-${active}`}
            aria-label="ค้นหาผู้ใช้สาธิต · Find a demo persona"
            placeholder="ค้นหาชื่อ บทบาท หรือหน่วยงาน · Find"
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value);
              setActive(event.target.value === '' ? 0 : 1);
            }}
            onKeyDown={onKeyDown}
            // biome-ignore lint/a11y/noAutofocus: opening the menu is the request to search in it.
            autoFocus
          />
          <PersonaList groups={groups} active={active} chosenId={persona?.id ?? null} onChoose={choose} />
        </div>
      )}
    </div>
  );
};
