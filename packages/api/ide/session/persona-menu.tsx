import { type FC, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { groupsOf, type Persona, roleNameOf } from './persona.ts';
import { PersonaButton } from './persona-button.tsx';
import { PersonaList, type PersonaOption } from './persona-list.tsx';
import { useSession } from './use-session.ts';
import { useSwitchPersona } from './use-switch-persona.ts';

const matches = (persona: Persona, wanted: string): boolean => {
  const { th, en } = roleNameOf(persona.role);
  return [persona.nameTh, persona.nameEn, persona.agencyCode, th, en]
    .filter((text) => text !== null)
    .some((text) => text.toLowerCase().includes(wanted));
};

/** Calls `onPress` when somebody presses beside all of `places` while it is `watching`. */
function usePressOutside(
  watching: boolean,
  places: readonly RefObject<HTMLElement | null>[],
  onPress: () => void,
): void {
  const latest = useRef({ places, onPress });
  useEffect(() => {
    latest.current = { places, onPress };
  });
  useEffect(() => {
    if (!watching) return;
    const listen = ({ target }: PointerEvent): void => {
      const isInside = target instanceof Node && latest.current.places.some((place) => place.current?.contains(target));
      if (!isInside) latest.current.onPress();
    };
    document.addEventListener('pointerdown', listen);
    return () => document.removeEventListener('pointerdown', listen);
  }, [watching]);
}

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

  usePressOutside(open, [panel, button], () => setOpen(false));

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
      <PersonaButton
        ref={button}
        persona={persona}
        open={open}
        busy={busy}
        onClick={() => (open ? setOpen(false) : show())}
      />
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
