import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** An editor's open sockets need no farewell when the next server is seconds away. */
const STOP_TIMEOUT_MS = '300';

/** Asks the server something; answers whether it answered. */
const answers = (url) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  }).then(
    (response) => response.ok,
    () => false,
  );

/** Starts the program; `address` is where it listens, or null when it ended before. */
function launch(program) {
  const child = spawn(process.execPath, ['--enable-source-maps', program, '--beside'], {
    stdio: ['ignore', 'pipe', 2],
    env: { STOP_TIMEOUT_MS, NODE_COMPILE_CACHE: `${program}.cache`, ...process.env },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const address = new Promise((resolve) => {
    ended.then(() => resolve(null));
    createInterface({ input: child.stdout }).on('line', (line) => {
      process.stdout.write(`${line}\n`);
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
  });
  return { address, ended, stop: () => child.kill('SIGTERM') };
}

/** The server of a bundle as a process that can be restarted. */
export function devServer(program, say) {
  let current = null;

  /** Ends the process that runs, if one does. */
  async function stop() {
    const ending = current;
    current = null;
    ending?.stop();
    await ending?.ended;
  }

  /** Starts it again; answers whether it has answered a question. */
  async function restart() {
    // The next one loads its program while the one before lets go of the port, which takes less.
    const before = stop();
    const started = launch(program);
    current = started;
    await before;
    const address = await started.address;
    if (address !== null && (await answers(address))) return true;
    // A server that was replaced in the meantime is not reported.
    if (current === started)
      say('เซิร์ฟเวอร์เริ่มไม่ได้ จะเริ่มใหม่เมื่อแก้ไข', 'The server did not start; the next change starts it again');
    return false;
  }

  return { restart, stop };
}
