import { type FC, useEffect, useRef } from 'react';
import { type Persona, type PersonaGroup, roleNameOf } from './persona.ts';

/** Null is the choice to sign out. */
export type PersonaOption = Persona | null;

interface OptionProps {
  readonly index: number;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly title: string;
  readonly roleName: string;
  readonly onChoose: () => void;
}

const Option: FC<OptionProps> = ({ index, active, chosen, title, roleName, onChoose }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys.
    <div
      ref={place}
      id={`persona-option-${index}`}
      role="option"
      aria-selected={chosen}
      className={active ? 'persona-option active' : 'persona-option'}
      onClick={onChoose}
    >
      <span className="persona-check" aria-hidden="true">
        {chosen ? '✓' : ''}
      </span>
      <span className="persona-option-name">{title}</span>
      <span className="persona-option-role">{roleName}</span>
    </div>
  );
};

interface PersonaListProps {
  readonly groups: readonly PersonaGroup[];
  readonly active: number;
  readonly chosenId: string | null;
  readonly onChoose: (option: PersonaOption) => void;
}

export const PersonaList: FC<PersonaListProps> = ({ groups, active, chosenId, onChoose }) => {
  const order = groups.flatMap((group) => group.personas);
  return (
    <div id="persona-list" role="listbox" aria-label="ผู้ใช้สาธิต · Demo personas" className="persona-list">
      <Option
        index={0}
        active={active === 0}
        chosen={chosenId === null}
        title="ไม่ลงชื่อเข้าใช้"
        roleName="Signed out"
        onChoose={() => onChoose(null)}
      />
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options with this role, fieldset is for forms.
        <div key={group.key} role="group" aria-labelledby={`persona-group-${group.key}`}>
          <div id={`persona-group-${group.key}`} className="persona-group">
            <span>{group.title}</span>
            <span className="persona-code">{group.key === 'city' ? 'City-wide' : group.key}</span>
          </div>
          {group.personas.map((persona) => {
            const index = order.indexOf(persona) + 1;
            return (
              <Option
                key={persona.id}
                index={index}
                active={active === index}
                chosen={chosenId === persona.id}
                title={persona.nameTh}
                roleName={roleNameOf(persona.role).en}
                onChoose={() => onChoose(persona)}
              />
            );
          })}
        </div>
      ))}
      {order.length === 0 && <p className="persona-none">ไม่พบผู้ใช้ที่ตรงกับคำค้น ลองคำอื่น · Nobody found, try another word</p>}
    </div>
  );
};
