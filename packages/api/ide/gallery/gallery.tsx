import type { GraphiQLPlugin } from '@graphiql/react';
import { type FC, useId } from 'react';
import type { Example } from '../examples/example.ts';
import { examples } from '../examples.ts';
import { operationKindOf } from '../operation.ts';
import { type Persona, personaFor, roleNameOf } from '../session/persona.ts';
import { useSession } from '../session/use-session.ts';
import { useOpenExample } from './use-open-example.ts';

const CITY_ROLES = new Set(['CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN', 'PUBLIC']);

const sections = [
  { th: 'งานของหน่วยงาน', en: 'For an agency', holds: (example: Example) => !CITY_ROLES.has(example.persona.role) },
  {
    th: 'ภาพรวมของกรุงเทพมหานคร',
    en: 'Across the city',
    holds: (example: Example) => CITY_ROLES.has(example.persona.role),
  },
] as const;

const personaText = (example: Example, personas: readonly Persona[]): string => {
  const agency = personaFor(personas, example.persona)?.agencyNameTh ?? example.persona.agencyCode;
  const role = roleNameOf(example.persona.role).th;
  return agency === undefined ? role : `${role} · ${agency}`;
};

const Card: FC<{ readonly example: Example; readonly personas: readonly Persona[] }> = ({ example, personas }) => {
  const open = useOpenExample();
  const changes = operationKindOf(example.query) !== 'query';
  return (
    <li>
      <button
        type="button"
        className="example"
        data-example={example.id}
        disabled={open === null}
        onClick={() => void open?.(example)}
      >
        <span className="example-title">{example.titleTh}</span>
        <span className="example-title-en" lang="en">
          {example.titleEn}
        </span>
        <span className="example-text">{example.descriptionTh}</span>
        <span className="example-text-en" lang="en">
          {example.descriptionEn}
        </span>
        <span className="example-foot">
          <span className="chip">{personaText(example, personas)}</span>
          {changes && <span className="chip chip-write">บันทึกข้อมูล · writes</span>}
        </span>
      </button>
    </li>
  );
};

const Gallery: FC = () => {
  const { personas } = useSession();
  const id = useId();
  return (
    <section className="gallery" aria-labelledby={id}>
      <h2 id={id} className="gallery-title">
        ตัวอย่าง <span lang="en">Examples</span>
      </h2>
      <p className="gallery-lead">
        เลือกแล้วระบบจะเปิดแท็บใหม่ในฐานะผู้ใช้ที่เหมาะ และเรียกใช้ให้ทันที ผู้ใช้ของแท็บอื่นคงเดิม
        <span lang="en">Each opens a new tab as the right persona and runs; other tabs keep theirs.</span>
      </p>
      {sections.map((section) => (
        <div key={section.en}>
          <h3 className="gallery-section">
            {section.th} <span lang="en">{section.en}</span>
          </h3>
          <ul className="gallery-list">
            {examples.filter(section.holds).map((example) => (
              <Card key={example.id} example={example} personas={personas} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

const GalleryIcon: FC = () => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <rect x="2" y="2" width="6.5" height="7.5" rx="1.2" />
    <rect x="11.5" y="2" width="6.5" height="4.5" rx="1.2" />
    <rect x="2" y="13" width="6.5" height="5" rx="1.2" />
    <rect x="11.5" y="10" width="6.5" height="8" rx="1.2" />
  </svg>
);

export const galleryPlugin: GraphiQLPlugin = {
  title: 'ตัวอย่าง · Examples',
  icon: GalleryIcon,
  content: Gallery,
};
