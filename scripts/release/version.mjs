// Where the version stands, and how the changelog is written: pure, for `npm run release` and the law that checks both.
import { readdirSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const workspaces = ['libs', 'services'].flatMap((kind) => readdirSync(new URL(kind, ROOT)).map((name) => `${kind}/${name}`));
const IN_PACKAGE = /^( {2}"version": ")[^"]+(",)$/m;

/**
 * Each file that says the version, and what stands before and behind it there.
 * @type {readonly [file: string, pattern: RegExp][]}
 */
export const VERSION_PLACES = [
  ['libs/kernel/src/version.ts', /(VERSION = ')[^']+(';)/],
  ...['', 'bench/', 'deploy/', 'web/', ...workspaces.map((path) => `${path}/`)].map((path) => [`${path}package.json`, IN_PACKAGE]),
  ['deploy/helm/zero-distance/Chart.yaml', /^(version: )\S+()$/m],
  ['deploy/helm/zero-distance/Chart.yaml', /^(appVersion: )\S+()$/m],
  ['docs/asyncapi.json', /^( {4}"version": ")[^"]+(",)$/m],
];

/** The sections of a release, in their order (Keep a Changelog). */
const SECTIONS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** `1.10.0` after `1.9.3`. */
export function newerThan(version, other) {
  const [ours, theirs] = [version, other].map((text) => text.split('.').map(Number));
  const at = ours.findIndex((part, i) => part !== theirs[i]);
  return at >= 0 && ours[at] > theirs[at];
}

/** What is wrong with how a changelog is written; empty when nothing is. */
export function changelogFaults(text) {
  const releases = text.split(/^## /m).slice(1);
  const names = releases.map((release) => release.split('\n')[0]);
  const faults = names[0] === 'Unreleased' ? [] : ['its first part is not "## Unreleased"'];
  for (const name of names.slice(1)) {
    if (!/^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/.test(name)) faults.push(`"## ${name}" is no release: "## 1.2.3 - 2026-11-28"`);
  }
  const versions = names.slice(1).map((name) => name.split(' ')[0]);
  if (versions.some((version, i) => i > 0 && !newerThan(versions[i - 1], version))) faults.push('its releases are not the newest first');
  return [...faults, ...releases.flatMap(sectionFaults)];
}

function sectionFaults(release) {
  const [head = '', ...sections] = release.split(/^### /m);
  const [name] = head.split('\n');
  const titles = sections.map((section) => section.split('\n')[0]);
  const order = titles.map((title) => SECTIONS.indexOf(title));
  const faults = titles.filter((_, i) => order[i] < 0).map((title) => `${name}: "### ${title}" is none of ${SECTIONS.join(', ')}`);
  if (order.some((at, i) => i > 0 && at <= order[i - 1]))
    faults.push(`${name}: its sections stand twice, or not in the order ${SECTIONS.join(', ')}`);
  const empty = sections.filter((section) => !/^- /m.test(section)).map((section) => section.split('\n')[0]);
  return [...faults, ...empty.map((title) => `${name}: "### ${title}" has no line`)];
}

/** The changelog once what is unreleased is a release, and its notes. */
export function released(text, version, date) {
  const [, before = '', notes = '', after = ''] = /^([\s\S]*?^## Unreleased\n)([\s\S]*?)((?:^## [\s\S]*)?)$(?![\s\S])/m.exec(text) ?? [];
  return { notes: notes.trim(), changelog: `${before}\n## ${version} - ${date}\n\n${notes.trim()}\n${after && `\n${after}`}` };
}
