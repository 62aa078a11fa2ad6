import { textOf } from './score.logic.ts';

/** Hundredths as a text; what fell has its sign. */
export const changeText = (hundredths: number): string =>
  hundredths < 0 ? `-${textOf(-hundredths)}` : textOf(hundredths);
