import { peakResidentMb } from '../../bench/resources.ts';
import { say } from '../../bench/say.ts';
import { failuresOf } from '../beside.ts';
import * as documents from '../documents.ts';
import type { Figure } from '../figures.ts';
import { untilAlive, watchHealth } from '../health.ts';
import type { Asked } from '../jobs.ts';
import { ANSWER_MB_MAX, SERVER_MB_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, type Stage, signIn } from '../stage.ts';

const SECONDS_EACH = 60;

type Named = { readonly name: string; readonly request: Asked };

const where = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';

function requestsOf(form: Stage['form'], viewer: Record<string, string>): Named[] {
  const named = (name: string, query: string, headers?: Record<string, string>, variables?: object): Named => ({
    name,
    request: asked(query, headers, { variables }),
  });
  const core = [
    named('620 x __schema', documents.schemaAliases(620)),
    named('1,500 x description of each type', documents.descriptionAliases(1_500)),
    named('1,000 x content', documents.contentAliases(1_000)),
    named('1,600 x titleTh in a list', documents.listAliases(1_600), viewer),
    named('5,000 unknown keys in a variable', where, viewer, { where: documents.unknownKeys(5_000) }),
  ];
  if (form === 'short') return core;
  return [
    ...core,
    named('280 x __type', documents.typeAliases(280)),
    named('introspection 6 deep', documents.deepIntrospection(6)),
    named('introspection 200 deep', documents.deepIntrospection(200)),
    named('2^24 fields by fragments', documents.doubledFragments(24), viewer),
    named('4,900 x one name', documents.samePairs(4_900), viewer),
    named('490 x one list', documents.samePairsOfLists(490), viewer),
    named('two lists of 800 names', documents.pairsOfLists(800), viewer),
    named('4,900 unknown fields', documents.unknownFields(4_900), viewer),
    named('1,200 directives', documents.manyDirectives(1_200), viewer),
    named('selections 300 deep', documents.deepSelections(300), viewer),
  ];
}

/** A small request with a large answer: of the schema's own description, and of one value under a thousand names. */
export const answers: Attack = {
  name: 'answers',
  titleTh: 'คำขอเล็กไม่ทำให้คำตอบใหญ่หรือระบบเงียบ',
  titleEn: 'no small request makes a large answer or a long silence',
  run: (stage) =>
    stage.serve(async (server) => {
      const viewer = await signIn(server, 'sample-1-viewer');
      const figures: Figure[] = [];
      let largest = 0;
      let failed = 0;
      for (const { name, request } of requestsOf(stage.form, viewer)) {
        const watch = watchHealth(server.url);
        const { largestMb, statuses, codes } = await stage.flood({
          url: server.url,
          connections: 1,
          requests: [request],
          seconds: SECONDS_EACH,
        }).result;
        const silence = await watch.stop();
        // What was left half done is not to be blamed on what comes next.
        await untilAlive(server.url, SECONDS_EACH * 2);
        largest = Math.max(largest, largestMb);
        failed += failuresOf(statuses);
        say(`${name}: ${JSON.stringify(statuses)}`, `${largestMb.toFixed(1)} MB ${JSON.stringify(codes)}`);
        figures.push({
          what: `silence during ${name}`,
          value: silence,
          unit: 'ms',
          limit: limitOf(stage, SILENCE_MS_MAX),
        });
      }
      return [
        ...figures,
        { what: 'largest answer', value: largest, unit: 'MB', limit: ANSWER_MB_MAX },
        { what: 'answers 500, or none', value: failed, unit: '', limit: 0 },
        {
          what: 'memory of the server at its peak',
          value: peakResidentMb(server.pid),
          unit: 'MB',
          limit: SERVER_MB_MAX,
        },
      ];
    }),
};
