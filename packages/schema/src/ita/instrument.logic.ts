import type { ItaInstrumentCode } from '@registry/prisma/generated/client/enums.ts';

export type ItaInstrumentName = ItaInstrumentCode;

/** The instruments of the assessment, in the order in which they are printed. */
export const instrumentCodes = ['IIT', 'EIT', 'OIT'] as const;

/** What each instrument measures; the enum says it. */
export const instrumentMeanings: Readonly<Record<ItaInstrumentName, string>> = {
  IIT: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน · Survey of the people who work in the agency (Internal Integrity and Transparency Assessment).',
  EIT: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก · Survey of those whom it serves (External Integrity and Transparency Assessment).',
  OIT: 'แบบตรวจการเปิดเผยข้อมูลสาธารณะ · Check of what it discloses to the public (Open Data Integrity and Transparency Assessment).',
};

export const isInstrumentName = (text: string): text is ItaInstrumentName =>
  instrumentCodes.some((code) => code === text);
