import type { RecordStatus } from '@registry/prisma/generated/client/enums.ts';

export const registerYears = [2567, 2568, 2569] as const;

export type RegisterYear = (typeof registerYears)[number];

/** Statuses of sample records: nothing of them was imported, and none is being amended. */
export type SampleStatus = Exclude<RecordStatus, 'IMPORTED' | 'AMENDING'>;

/** How far an agency of the sample city has come. A part that is missing has not been made at all. */
export type SampleAgency = {
  number: number;
  code: string;
  plan: SampleStatus;
  swot?: SampleStatus;
  registers: Partial<Record<RegisterYear, SampleStatus>>;
  /** The register years that are scored by the 3 x 3 method instead of the default one. */
  yearsByThreeSteps: readonly RegisterYear[];
};

/**
 * Who has come how far; the rights of every role can be seen in it.
 *
 * | agency   | plan 2566-2570 | SWOT 2568 | register 2567 | register 2568   | register 2569     |
 * |----------|----------------|-----------|---------------|-----------------|-------------------|
 * | SAMPLE-1 | APPROVED       | APPROVED  | CLOSED        | APPROVED        | APPROVED          |
 * | SAMPLE-2 | APPROVED       | SUBMITTED | CLOSED        | APPROVED        | SUBMITTED         |
 * | SAMPLE-3 | SUBMITTED      | RETURNED  | APPROVED      | APPROVED (3 x 3)| RETURNED          |
 * | SAMPLE-4 | RETURNED       | APPROVED  | CLOSED        | APPROVED        | DRAFT             |
 * | SAMPLE-5 | APPROVED       | DRAFT     | APPROVED      | APPROVED        | SUBMITTED         |
 * | SAMPLE-6 | DRAFT          | -         | -             | -               | DRAFT, unassessed |
 *
 * Nothing is PUBLISHED now; what is CLOSED was published before, as an edition.
 */
export const sampleAgencies: readonly SampleAgency[] = [
  {
    number: 1,
    code: 'SAMPLE-1',
    plan: 'APPROVED',
    swot: 'APPROVED',
    registers: { 2567: 'CLOSED', 2568: 'APPROVED', 2569: 'APPROVED' },
    yearsByThreeSteps: [],
  },
  {
    number: 2,
    code: 'SAMPLE-2',
    plan: 'APPROVED',
    swot: 'SUBMITTED',
    registers: { 2567: 'CLOSED', 2568: 'APPROVED', 2569: 'SUBMITTED' },
    yearsByThreeSteps: [],
  },
  {
    number: 3,
    code: 'SAMPLE-3',
    plan: 'SUBMITTED',
    swot: 'RETURNED',
    registers: { 2567: 'APPROVED', 2568: 'APPROVED', 2569: 'RETURNED' },
    yearsByThreeSteps: [2568],
  },
  {
    number: 4,
    code: 'SAMPLE-4',
    plan: 'RETURNED',
    swot: 'APPROVED',
    registers: { 2567: 'CLOSED', 2568: 'APPROVED', 2569: 'DRAFT' },
    yearsByThreeSteps: [],
  },
  {
    number: 5,
    code: 'SAMPLE-5',
    plan: 'APPROVED',
    swot: 'DRAFT',
    registers: { 2567: 'APPROVED', 2568: 'APPROVED', 2569: 'SUBMITTED' },
    yearsByThreeSteps: [],
  },
  { number: 6, code: 'SAMPLE-6', plan: 'DRAFT', registers: { 2569: 'DRAFT' }, yearsByThreeSteps: [] },
];

/** The agency that has hardly begun: what it has is little, and nothing of it has been submitted. */
export const hasHardlyBegun = ({ swot }: SampleAgency): boolean => swot === undefined;
