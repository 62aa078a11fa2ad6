import { connect } from 'node:net';
import { say } from '../../bench/say.ts';
import { wrongRequests } from '../mistakes/documents.ts';
import { wrongInputs } from '../mistakes/inputs.ts';
import { wrongTexts } from '../mistakes/large-documents.ts';
import { wrongBytes } from '../mistakes/wire.ts';
import { schemaOf } from '../schema-of.ts';
import type { Server } from '../server.ts';
import { type Attack, signIn } from '../stage.ts';

const AT_ONCE = 4;
const ANSWER_MS_MAX = 20_000;
/** The short form asks every so-manieth of what the walk over the schema finds. */
const SHORT_STEP = 101;

type Answered = { readonly status: number; readonly text: string };
type Question = { readonly name: string; ask(): Promise<Answered> };

/** Every mistake of the list, once: what comes back is a refusal with a code, never an internal error. */
export const mistakes: Attack = {
  name: 'mistakes',
  titleTh: 'ความผิดพลาดของผู้ถามไม่ใช่ข้อผิดพลาดภายใน',
  titleEn: 'no mistake of a client is an internal error',
  run: (stage) =>
    stage.serve(
      async (server) => {
        const post = poster(server);
        const headers = [];
        for (const persona of ['sample-1-editor', 'sample-1-approver', 'analyst', 'centre', 'city-admin'])
          headers.push(await signIn(server, persona));
        const [editor = { authorization: '' }, approver, analyst = editor, centre] = headers;
        const isShort = stage.form === 'short';
        const questions: Question[] = [
          ...(isShort ? [editor] : [{}, editor, analyst]).flatMap((who) =>
            wrongRequests.map(({ name, body }) => ({ name, ask: () => post(JSON.stringify(body), who) })),
          ),
          ...(isShort ? [{}] : [{}, editor]).flatMap((who) =>
            wrongTexts.map(({ name, text }) => ({ name, ask: () => post(text, who) })),
          ),
          ...wrongBytes.map(({ name, bytes }) => ({ name, ask: () => written(server, bytes) })),
        ];
        let number = 0;
        for (const { place, query, variables } of wrongInputs(await schemaOf(server))) {
          number += 1;
          if (isShort && number % SHORT_STEP !== 0) continue;
          const who = [editor, approver, analyst, centre][number % (isShort ? 1 : 4)];
          questions.push({
            name: `${place} = ${JSON.stringify(variables).slice(0, 200)}`,
            ask: () => post(JSON.stringify({ query, variables }), who),
          });
        }
        const wrong = await askAll(questions);
        for (const line of server.errors.slice(0, 10)) say('บันทึก', line.slice(0, 300));
        return [
          {
            what: `internal errors or no answer, of ${questions.length} requests`,
            value: wrong.length,
            unit: '',
            limit: 0,
          },
          { what: 'lines of level error in the log', value: server.errors.length, unit: '', limit: 0 },
          { what: 'the server has ended', value: server.hasEnded() ? 1 : 0, unit: '', limit: 0 },
        ];
      },
      // What is asked here is wrong, not much: nobody is to be refused for asking often.
      { REQUESTS_PER_MINUTE: '1000000' },
    ),
};

const isRefusal = ({ status, text }: Answered): boolean =>
  status !== 0 && status < 500 && !text.includes('INTERNAL_SERVER_ERROR');

async function askAll(questions: readonly Question[]): Promise<string[]> {
  const wrong: string[] = [];
  const kinds = new Set<string>();
  let next = 0;
  const worker = async () => {
    for (let question = questions[next++]; question; question = questions[next++]) {
      const answered = await question.ask().catch((error: unknown) => ({ status: 0, text: String(error) }));
      if (isRefusal(answered)) continue;
      wrong.push(question.name);
      const kind = question.name.replace(/"[^"]*"|\d+/g, '');
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      say('ข้อผิดพลาดภายใน', `${question.name}: ${answered.status} ${answered.text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return wrong;
}

const poster =
  ({ url }: Server) =>
  async (body: string, headers: Record<string, string> = {}): Promise<Answered> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    return { status: response.status, text: await response.text() };
  };

/** Writes bytes and reads what comes back until the server closes. No bytes at all is an answer too, to what is no HTTP. */
const written = ({ port }: Server, bytes: Buffer): Promise<Answered> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const parts: Buffer[] = [];
    const finish = (fallback: number) => {
      socket.destroy();
      const text = Buffer.concat(parts).toString('utf8');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? fallback), text });
    };
    socket.setTimeout(ANSWER_MS_MAX, () => finish(0));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => finish(400));
    socket.on('close', () => finish(400));
    socket.write(bytes);
  });
