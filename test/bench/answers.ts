import type pg from 'pg';
import type { Phrase } from './dialect.ts';
import { dialects } from './dialects/dialects.ts';
import { normalForm, requireSame } from './facts.ts';
import { post } from './post.ts';
import type { Running } from './processes.ts';
import { say } from './say.ts';
import type { Sample, Stage } from './stage.ts';
import { type Reading, takesPart, type WorkloadName } from './workloads.ts';
import { compareWrites } from './writes.ts';

const SAMPLES = 12;

/** Asks every server the same and stops at the first difference. */
export async function compareAnswers(
  servers: readonly Running[],
  workloads: readonly WorkloadName[],
  stage: Stage,
  superuser: pg.Client,
): Promise<void> {
  for (const workload of workloads) {
    const asked = servers.filter(({ name }) => takesPart(name, workload));
    if (workload === 'Q5') await compareWrites(asked, stage, superuser);
    else await compareReads(asked, workload, stage.samples[workload]);
    say(`คำตอบของ ${workload} ตรงกันทุกเซิร์ฟเวอร์`, `${workload}: all servers answer the same`);
  }
}

async function compareReads<Name extends Reading>(
  servers: readonly Running[],
  workload: Name,
  samples: readonly Sample<Name>[],
): Promise<void> {
  const step = Math.max(1, Math.floor(samples.length / SAMPLES));
  for (const { token, variables } of samples.filter((_, index) => index % step === 0)) {
    const answers = [];
    for (const server of servers) {
      const phrase: Phrase<Name> = dialects[server.name][workload];
      answers.push({ server, form: normalForm(phrase.read(await post(server, phrase.ask(variables), token))) });
    }
    for (const answer of answers.slice(1)) requireSame(workload, variables, answers[0], answer);
  }
}
