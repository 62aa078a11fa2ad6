/** Years between the Buddhist era and the common era. */
export const BUDDHIST_ERA_OFFSET = 543;

/** The Buddhist-era year of a day. */
export const buddhistYear = (day: Date): number => day.getUTCFullYear() + BUDDHIST_ERA_OFFSET;
