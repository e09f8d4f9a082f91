import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { homeToInstallFrom, requireSpace, whyInstallFailed } from './setup.mjs';

// What npm and pnpm 12 have really written, each shortened to its end.
const NPM_WITHOUT_NETWORK = `npm error code ECONNREFUSED
npm error syscall connect
npm error FetchError: request to http://127.0.0.1:9/pnpm failed, reason: connect ECONNREFUSED 127.0.0.1:9`;
const PNPM_WITHOUT_NETWORK = `Error: ERR_PNPM_RESOLVING_NPM_RESOLVER_NETWORK_ERROR

  × installing dependencies
  ├─▶ Failed to resolve dependency tree: Failed to fetch metadata from
  │   http://registry.invalid/left-pad: error
  │   sending request: client error (Connect): dns error: error resolving DNS:
  │   failed to lookup address information: Name or service not known`;
const FULL_DISK = `Error: ERR_PNPM_TARBALL_SIBLING_FETCH_FAILED

  × installing dependencies
  ╰─▶ Failed to write cafs: Failed to write to file at "/tmp/tiny/
      node_modules/.pnpm-store/v11/files/cc/
      dabfca8fdb3399a90606bc9a9528687e07353951edfb1e59c9483e": No space left
      on device (os error 28)`;
const CLOSED_DIRECTORY = `Error: ERR_PNPM_PACKAGE_MANAGER_CREATE_SLOT_DIR

  × installing dependencies
  ╰─▶ Failed to create virtual store slot directory at "/srv/clone/
      node_modules/.pnpm/left-pad@1.3.0": Permission denied (os error 13)`;
const OTHER_LOCKFILE = `Error: ERR_PNPM_OUTDATED_LOCKFILE

  × installing dependencies
  ╰─▶ Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up
      to date with package.json.`;

describe('an installation that fails', () => {
  it.each([
    ['npm has no network', NPM_WITHOUT_NETWORK, 'the package registry cannot be reached: is there a network?'],
    ['pnpm has no network', PNPM_WITHOUT_NETWORK, 'the package registry cannot be reached: is there a network?'],
    ['the disk is full', FULL_DISK, 'the disk is full.'],
    ['nothing may be written', CLOSED_DIRECTORY, 'this user may not write here, or not in its own home directory.'],
    [
      'the lockfile is another',
      OTHER_LOCKFILE,
      'pnpm-lock.yaml does not fit the package.json files: run "npx pnpm install" and commit the lockfile.',
    ],
  ])('says in one sentence that %s', (_, output, sentence) => {
    expect(whyInstallFailed(output)).toBe(`The packages could not be installed: ${sentence}`);
  });

  it('ends with pnpm’s own words when nobody foresaw it', () => {
    expect(whyInstallFailed('Error: ERR_PNPM_UNHEARD_OF\n\n  × something else\n')).toBe(
      'The packages could not be installed: pnpm says:\nError: ERR_PNPM_UNHEARD_OF\n\n  × something else',
    );
  });
});

describe('too little space', () => {
  const disk = (gigabytes: number) => ({ bavail: gigabytes * 256, bsize: 1024 ** 3 / 256 });

  it('is said in one sentence before anything is written', () => {
    expect(() => requireSpace(1.5 * 1024 ** 3, disk(1))).toThrow(
      /^There is too little space on the disk of .*: 1\.0 GB free, 1\.5 GB needed\.$/,
    );
  });

  it('is not what just suffices', () => {
    expect(() => requireSpace(1024 ** 3, disk(1))).not.toThrow();
  });
});

describe('an installation by a user who has no home to write to', () => {
  it('keeps what it fetches in the clone', () => {
    expect(homeToInstallFrom('/nonexistent')).toEqual({
      HOME: expect.stringMatching(/\/\.cache\/home$/),
      npm_config_cache: expect.stringMatching(/\/\.cache\/home\/\.npm$/),
    });
    expect(homeToInstallFrom(tmpdir())).toEqual({});
  });
});
