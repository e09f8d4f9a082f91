import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from '@jest/globals';
import { keyAges } from './key-age.js';

const KEY = `${'A'.repeat(43)}=`;
const directory = mkdtempSync(`${tmpdir()}/zero-distance-keys-`);
afterAll(() => rmSync(directory, { recursive: true }));

describe('the age of a key', () => {
  it('is that of the current key of a ring, which its id tells', () => {
    expect(keyAges({ PERSONAL_DATA_KEYS: `k20261128:${KEY},k20250101:${KEY}` }, {})).toEqual([
      { labels: { key: 'PERSONAL_DATA_KEYS' }, value: Date.parse('2026-11-28T00:00:00Z') / 1000 },
    ]);
  });

  it('is that of its file where the id tells none', () => {
    const file = `${directory}/gateway_key`;
    writeFileSync(file, KEY);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    expect(keyAges({ GATEWAY_KEY: KEY }, { GATEWAY_KEY_FILE: file })).toEqual([{ labels: { key: 'GATEWAY_KEY' }, value: 1_700_000_000 }]);
  });

  it('is unknown, which is 0, where neither tells it', () => {
    expect(keyAges({ GATEWAY_KEY: KEY, PERSONAL_DATA_KEYS: `local:${KEY}` }, { GATEWAY_KEY_FILE: `${directory}/gone` })).toEqual([
      { labels: { key: 'GATEWAY_KEY' }, value: 0 },
      { labels: { key: 'PERSONAL_DATA_KEYS' }, value: 0 },
    ]);
  });

  it('is told of keys alone, and nothing of a key but its name', () => {
    const told = keyAges(
      { PORT: 1, NATS_PASSWORD: 'x', FILES_S3_SECRET_ACCESS_KEY: 'x', BLIND_INDEX_KEY: KEY, MISSING_KEY: undefined },
      {},
    );
    expect(told.map(({ labels }) => labels)).toEqual([{ key: 'BLIND_INDEX_KEY' }]);
    expect(JSON.stringify(told)).not.toContain('AAA');
  });
});
