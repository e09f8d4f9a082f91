import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { VERSION } from '@zero-distance/kernel';
import { changelogFaults, newerThan, released, VERSION_PLACES } from './release/version.mjs';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

describe('the version', () => {
  it.each(VERSION_PLACES)('is the same in %s as in the kernel, from which programs and API documents take it', (file, pattern) => {
    const [found = '', before = '', behind = ''] = pattern.exec(read(file)) ?? [];
    expect(found).toBe(`${before}${VERSION}${behind}`);
  });

  it('is compared part by part, as numbers', () => {
    const pairs = [
      ['1.10.0', '1.9.3'],
      ['2.0.0', '1.9.9'],
      ['1.0.1', '1.0.0'],
    ] as const;
    expect(pairs.map(([a, b]) => [newerThan(a, b), newerThan(b, a), newerThan(a, a)])).toEqual(pairs.map(() => [true, false, false]));
  });
});

const UNRELEASED = '# Changelog\n\n## Unreleased\n\n### Added\n\n- One.\n\n### Fixed\n\n- Two.\n';
const BEFORE = '\n## 1.0.0 - 2026-01-01\n\n### Added\n\n- All.\n';

describe('the changelog', () => {
  it('of this repository keeps to its rules', () => {
    expect(changelogFaults(read('CHANGELOG.md'))).toEqual([]);
  });

  it.each([
    ['a section that is none', UNRELEASED.replace('Fixed', 'Repaired'), 'is none of'],
    ['sections out of order', UNRELEASED.replace('Added', 'Security'), 'not in the order'],
    ['a section twice', UNRELEASED.replace('Fixed', 'Added'), 'stand twice'],
    ['a section without a line', UNRELEASED.replace('- Two.', ''), 'has no line'],
    ['no unreleased part', BEFORE, 'first part'],
    ['a release without its day', UNRELEASED + BEFORE.replace(' - 2026-01-01', ''), 'is no release'],
    ['an older release first', UNRELEASED + BEFORE + BEFORE.replace('1.0.0', '1.1.0'), 'newest first'],
  ])('is refused with %s', (_, text, fault) => {
    expect(changelogFaults(text).join()).toContain(fault);
  });

  it.each(['', BEFORE])('gives what is unreleased to the release, as its notes, and begins anew (before it: "%s")', (before) => {
    const { changelog, notes } = released(UNRELEASED + before, '1.1.0', '2026-11-28');
    expect(notes).toBe('### Added\n\n- One.\n\n### Fixed\n\n- Two.');
    expect(changelog).toBe(UNRELEASED.replace('## Unreleased\n', '## Unreleased\n\n## 1.1.0 - 2026-11-28\n') + before);
    expect(changelogFaults(changelog)).toEqual([]);
  });
});
