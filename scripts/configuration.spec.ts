import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CONFIGURED, NOT_CONFIGURED } from '../services/gateway/src/configuration/registers.js';

/** `intake/areas` of each `@Importable({ register: 'areas' … })`. */
const importable = (readdirSync('services', { recursive: true, encoding: 'utf8' }) as string[])
  .filter((file) => file.includes('/src/') && file.endsWith('.controller.ts'))
  .flatMap((file) =>
    [...readFileSync(`services/${file}`, 'utf8').matchAll(/@Importable\(\{\s*register: '([a-z-]+)'/g)].map(
      ([, register = '']) => `${file.split('/')[0]}/${register}`,
    ),
  );

describe('the configuration file', () => {
  it('Every register that can be imported is in the configuration file, or named as one that is not configuration', () => {
    const named = [...CONFIGURED.map(({ service, register }) => `${service}/${register}`), ...NOT_CONFIGURED];
    expect(importable.length).toBeGreaterThan(6);
    expect(importable.sort()).toEqual(named.sort());
  });
});
