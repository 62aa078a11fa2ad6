import { readConfig, type Switches } from '@registry/api/config.ts';

/** What this run of the suite has switched off: `COMPILED_READS=0 npm test`, `PLAIN_EXECUTION=0 npm test`. */
export const switchesOfThisRun: Switches = readConfig({
  COMPILED_READS: process.env.COMPILED_READS,
  PLAIN_EXECUTION: process.env.PLAIN_EXECUTION,
}).switches;

/** For tests about the machinery itself, such as how few statements it sends and when it cancels them: they need it on. */
export const machineryOn: Switches = { compiledReads: true, plainExecution: true };
