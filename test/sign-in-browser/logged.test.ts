import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keptLog } from '../kit/subscriber.ts';
import { openStage, type Stage } from './stage.ts';
import { SESSION, signedInAt, visitor } from './visitor.ts';

const { logger, lines } = keptLog();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ logger });
});
afterAll(async () => stage.stop());

const address = '127.0.0.1';

it('whoever signs in and out with a browser is in the log with their address, and nothing that opens a session is', async () => {
  const person = await signedInAt(stage.publicUrl, 'editor');
  const token = person.cookies.get(SESSION) ?? '';
  await person.post('/sign-out', {});
  for (const msg of ['signed in', 'signed out'])
    expect(lines).toContainEqual(expect.objectContaining({ msg, provider: 'main', subject: 'editor', address }));
  expect(token).not.toBe('');
  expect(JSON.stringify(lines)).not.toContain(token);
  expect(JSON.stringify(lines)).not.toMatch(/"ey|code=/);
});

it('a sign-in that failed is in the log with the address it came from', async () => {
  await visitor(stage.publicUrl).visit('/sign-in/callback?code=guessed&state=guessed');
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'nobody was signed in', problem: 'REFUSED', address, level: 40 }),
  );
});
