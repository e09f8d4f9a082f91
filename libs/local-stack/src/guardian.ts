// Started by `Children` together with the processes it guards. Its standard input is a pipe from the parent. The end of the
// pipe means that the parent is gone, however it died; the guardian then ends the parent's processes from the pid files.
// `guardian.js <directory of pid files> [directory to remove then]`
import { removeDirectory } from './outside.js';
import { endLeftovers } from './pid-files.js';

const [pidDirectory, temporary] = process.argv.slice(2);
if (!pidDirectory) throw new Error('usage: guardian.js <directory of pid files> [directory to remove then]');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.once('close', () => void endLeftovers(pidDirectory).then(finish));

function finish(): void {
  if (temporary) removeDirectory(temporary);
  process.exit(0);
}
