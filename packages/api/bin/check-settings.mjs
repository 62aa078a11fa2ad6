// Reports what a person has to correct at once, not after minutes of installing and building.
import { readSettings } from '../src/start/settings.mjs';

/** Ends the program with a line in both languages for each problem. */
function endWith(problems) {
  if (problems.length === 0) return;
  for (const [messageTh, messageEn] of problems) process.stderr.write(`${messageTh} · ${messageEn}\n`);
  process.exit(1);
}

/** Ends the program where a setting makes no sense, else where `moreProblems` finds something in the settings. */
export async function checkSettings(moreProblems = () => []) {
  const { values, problems } = readSettings(process.env);
  endWith(problems);
  endWith(await moreProblems(values));
}
