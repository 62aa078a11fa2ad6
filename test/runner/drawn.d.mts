export const part: number;
export const drawn: <T>(whole: readonly T[]) => readonly T[];
