import { answers } from './attacks/answers.ts';
import { caches } from './attacks/caches.ts';
import { costs } from './attacks/costs.ts';
import { crowds } from './attacks/crowds.ts';
import { filters } from './attacks/filters.ts';
import { mistakes } from './attacks/mistakes.ts';
import { mixed } from './attacks/mixed.ts';
import { neighbours } from './attacks/neighbours.ts';
import { retries } from './attacks/retries.ts';
import { shapes } from './attacks/shapes.ts';
import { sockets } from './attacks/sockets.ts';
import { tokens } from './attacks/tokens.ts';
import { waiting } from './attacks/waiting.ts';
import { work } from './attacks/work.ts';
import type { Attack } from './stage.ts';

export const attacks: readonly Attack[] = [
  answers,
  crowds,
  work,
  waiting,
  retries,
  filters,
  shapes,
  caches,
  costs,
  neighbours,
  mixed,
  sockets,
  tokens,
  mistakes,
];
