import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { UPLOAD_LIMIT_BYTES } from './uploads.js';

describe('the proxy of the operators’ guide', () => {
  it('lets through the largest body that the house takes', () => {
    const guide = readFileSync(new URL('../../../../docs/operators/README.md', import.meta.url), 'utf8');
    const [, megabytes] = /client_max_body_size (\d+)m;/.exec(guide) ?? [];
    expect(Number(megabytes) * 1_048_576).toBeGreaterThanOrEqual(UPLOAD_LIMIT_BYTES);
  });
});
