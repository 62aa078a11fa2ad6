/** Who an example is meant for. Without an agency code any agency's persona of that role will do. */
export interface ExamplePersona {
  readonly role: string;
  readonly agencyCode?: string;
}

export interface Example {
  readonly id: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly descriptionTh: string;
  readonly descriptionEn: string;
  readonly persona: ExamplePersona;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The agency of kind SAMPLE whose invented records the examples show. */
export const SAMPLE_AGENCY = 'SAMPLE-1';
