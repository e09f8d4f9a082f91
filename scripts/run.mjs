import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the clone, in which everything runs. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What to say to somebody who only wants to know what is wrong: one sentence, no stack. */
export class PlainError extends Error {}

/**
 * Runs a program and gives its exit code and what it wrote. With a signal, the program and all it started are ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ signal?: AbortSignal, onLine?: (line: string) => void, show?: boolean, env?: Record<string, string> }} options
 *   `show`: its output goes to ours instead of being kept
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { signal, onLine, show = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      detached: true, // a group of its own, so that it can be ended with its children
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      for (const line of String(chunk).split('\n')) if (line.trim()) onLine?.(line.trim());
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    const end = () => endGroup(child.pid);
    signal?.addEventListener('abort', end);
    child.once('error', (error) => reject(new PlainError(`${command} cannot be run: ${error.message}`)));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? 1, output });
    });
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it has ended by itself
  }
}

/**
 * Lets a process that npm started end as by SIGTERM when npm is gone, however it went. (The scripts of package.json begin
 * with `exec`, since a shell in between would keep npm's signals to itself.)
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/** Aborted by the first Ctrl-C, SIGTERM or SIGHUP; `release` gives the signals back to whoever comes next. */
export function untilSignalled() {
  const asked = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const abort = () => asked.abort();
  for (const name of signals) process.on(name, abort);
  return {
    signal: asked.signal,
    release: () => {
      for (const name of signals) process.removeListener(name, abort);
    },
  };
}

/** Prints one sentence for what a person can mend, everything for what is our fault, and ends with exit code 1. */
export function fail(error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exit(1);
}
