// Where the server listens and keeps its data: checked before anything is installed or built, and again when they are used. Plain
// JavaScript without packages, since a fresh clone has neither a build nor node_modules.
import { mkdir, open, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';

export const DEFAULT_PLACES = { port: 4000, host: '127.0.0.1', dataDir: '.data' };

/** Why a program cannot listen there, in Thai and English; null when it is for another reason. */
export function listenProblem(code, { port, host }) {
  if (code === 'EADDRINUSE') {
    return [
      `พอร์ต ${port} ถูกใช้อยู่ โปรดปิดโปรแกรมนั้นหรือกำหนด PORT อื่น`,
      `Port ${port} is in use: stop the program that uses it, or set another PORT.`,
    ];
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return [
      `เปิด ${host}:${port} ไม่ได้ โปรดตรวจ HOST และ PORT`,
      `Cannot listen on ${host}:${port}: check HOST and PORT.`,
    ];
  }
  return null;
}

/** Why the data directory cannot be used, in Thai and English. */
export function directoryProblem({ code, message }, dataDir) {
  if (code === 'ENOSPC') {
    return [
      `เนื้อที่ดิสก์ของ ${dataDir} เต็ม โปรดเพิ่มเนื้อที่ว่างแล้วเริ่มใหม่`,
      `The disk of ${dataDir} is full. Free some space and start again.`,
    ];
  }
  return [
    `เขียนข้อมูลลงในโฟลเดอร์ ${dataDir} ไม่ได้ (${message}) โปรดให้สิทธิเขียน หรือตั้ง DATA_DIR เป็นโฟลเดอร์อื่น`,
    `The data directory ${dataDir} cannot be written (${message}). Allow it, or set DATA_DIR to another directory.`,
  ];
}

/**
 * Makes a directory and those above it. Node's own way of doing that never ends where one cannot be made though the one above it is there,
 * as under /proc.
 */
async function makeDirectory(path) {
  try {
    await mkdir(path);
  } catch (error) {
    if (error.code === 'EEXIST') return;
    if (error.code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeDirectory(dirname(path));
    await mkdir(path);
  }
}

/** Makes the data directory and proves that it can be written; answers its real path. */
export async function writableDirectory(dataDir) {
  await makeDirectory(dataDir);
  const probe = join(dataDir, `.write-test-${process.pid}`);
  const file = await open(probe, 'w', 0o600);
  await file.writeFile('the server may write here');
  await file.close();
  await rm(probe);
  return realpath(dataDir);
}

function tryToListen(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen({ port, host }, () => probe.close(resolve));
  });
}

async function problemOfPort(port, host) {
  // Any free port is asked of the system when the server listens.
  if (port === 0) return null;
  try {
    await tryToListen(port, host);
    return null;
  } catch (error) {
    return listenProblem(error.code, { port, host });
  }
}

async function problemOfDirectory(dataDir) {
  try {
    await writableDirectory(dataDir);
    return null;
  } catch (error) {
    return directoryProblem(error, dataDir);
  }
}

/** What would keep a server with these settings from starting where it is to run. */
export async function placeProblems({ PORT, HOST, DATA_DIR, DATABASE_URL }) {
  const problems = await Promise.all([
    problemOfPort(PORT, HOST),
    // A database of one's own needs no directory here.
    DATABASE_URL ? null : problemOfDirectory(resolve(DATA_DIR)),
  ]);
  return problems.filter((problem) => problem !== null);
}
