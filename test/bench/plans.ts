import type autocannon from 'autocannon';
import type { Phrase } from './dialect.ts';
import { dialects } from './dialects/dialects.ts';
import { type ConnectionPlan, isGood } from './load.ts';
import type { ServerName } from './server-names.ts';
import { type Assessed, nextAssessment, type Sample, type Stage } from './stage.ts';
import type { WorkloadName } from './workloads.ts';

const headersFor = (token: string) => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` });

/** What each connection of the load sends to a server. */
export function plansFor(server: ServerName, workload: WorkloadName, stage: Stage): ConnectionPlan[] {
  if (workload === 'Q5') return stage.assessed.map((risks) => assessing(server, risks));
  return reading(dialects[server][workload], stage.samples[workload], stage.assessed.length);
}

/** Every connection has its own share of the requests, so that no two ask the same at the same time. */
function reading<Name extends WorkloadName>(
  phrase: Phrase<Name>,
  samples: readonly Sample<Name>[],
  connections: number,
): ConnectionPlan[] {
  const requests: autocannon.Request[] = samples.map(({ token, variables }) => {
    const { path, body } = phrase.ask(variables);
    return { method: 'POST', path, headers: headersFor(token), body: JSON.stringify(body) };
  });
  return Array.from({ length: connections }, (_, connection) => {
    const own = requests.filter((_request, index) => index % connections === connection);
    return own.length > 0
      ? own
      : [...requests.slice(connection % requests.length), ...requests.slice(0, connection % requests.length)];
  });
}

/** A connection assesses its own risks by turns; the version that it expects is the one of the last answer. */
const assessing = (server: ServerName, risks: readonly Assessed[]): ConnectionPlan => {
  const { ask, read } = dialects[server].Q5;
  return risks.map((risk) => ({
    method: 'POST',
    headers: headersFor(risk.token),
    setupRequest: (request) => {
      const { path, body } = ask(nextAssessment(risk));
      return { ...request, path, body: JSON.stringify(body) };
    },
    onResponse: (_status, body) => {
      // A bad answer is counted and shown by the load itself.
      if (!isGood(body)) return;
      risk.version = versionIn(read(JSON.parse(body).data)) ?? risk.version;
      risk.visit += 1;
    },
  }));
};

function versionIn(answer: any): number | undefined {
  return answer?.assessRisk?.risk?.version;
}
