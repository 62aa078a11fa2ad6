import { isRecord, textOf } from '../record.ts';
import { createSender } from '../send.ts';
import { session } from '../session/use-session.ts';

const send = createSender(session, '/graphql');

export type Asked = { readonly data: Readonly<Record<string, unknown>>; readonly problem: string | null };

const UNREACHABLE = 'ติดต่อเซิร์ฟเวอร์ไม่ได้ · The server cannot be reached';

/** Asks beside the editor, as whoever asks in the tab in view: what came, and what is wrong in words for people. */
export const askBeside = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Asked> => {
  const received = await send({ query, variables }, session.read()).catch(() => null);
  const answer = received?.answer;
  if (!isRecord(answer)) return { data: {}, problem: UNREACHABLE };
  const [error] = Array.isArray(answer.errors) ? answer.errors : [];
  return {
    data: isRecord(answer.data) ? answer.data : {},
    problem: isRecord(error) ? textOf(error.message) : null,
  };
};

/** What an act answered under its own name. */
export const queryOf = (data: Readonly<Record<string, unknown>>, act: string): unknown => {
  const payload = data[act];
  return isRecord(payload) ? payload.savedQuery : null;
};
