import { spawn } from 'node:child_process';

const SHOWN_EVERY_MS = 2_000;

/** Shows every two seconds that something happens: over one line of a terminal, as a new line anywhere else. */
function showProgress(sentence) {
  const since = performance.now();
  const { isTTY } = process.stderr;
  const timer = setInterval(() => {
    const text = `  ${sentence(Math.round((performance.now() - since) / 1000))}`;
    process.stderr.write(isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  }, SHOWN_EVERY_MS);
  return () => {
    clearInterval(timer);
    if (isTTY) process.stderr.write('\r\u001b[K');
  };
}

/**
 * Runs a program whose output goes to stderr, and shows its progress; returns its exit code, the error that kept it from running, and
 * whether it was stopped.
 */
export async function runVisibly(command, parameters, { sentence, ...options }) {
  const child = spawn(command, parameters, { stdio: ['ignore', 2, 2], ...options });
  const hide = showProgress(sentence);
  // Who stops the start stops what it waits for, rather than leave that behind.
  let isStopped = false;
  const stop = (signal) => {
    isStopped = true;
    child.kill(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve({ status: 1, error }));
      child.once('close', (status) => resolve({ status: status ?? 1, isStopped }));
    });
  } finally {
    hide();
    for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, stop);
  }
}
