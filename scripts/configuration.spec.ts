import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';
import { DOCUMENTED } from '../services/gateway/src/configuration/configuration-file.js';
import { CONFIGURED, NOT_CONFIGURED } from '../services/gateway/src/configuration/registers.js';

/** `intake/areas` of each `@Importable({ register: 'areas' … })`. */
const importable = SERVICES.flatMap((service) =>
  readdirSync(`services/${service}/src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.controller.ts'))
    .flatMap((file) => [...readFileSync(`services/${service}/src/${file}`, 'utf8').matchAll(/@Importable\(\{\s*register: '([a-z-]+)'/g)])
    .map(([, register = '']) => `${service}/${register}`),
);

describe('the configuration file', () => {
  it('Every register that can be imported is in the configuration file, or named as one that is not configuration', () => {
    const named = [...CONFIGURED.map(({ service, register }) => `${service}/${register}`), ...NOT_CONFIGURED];
    expect(importable.length).toBeGreaterThan(6);
    expect(importable.sort()).toEqual(named.sort());
  });

  it('Every service that makes documents has its templates in the configuration file', () => {
    const documented = SERVICES.filter((service) =>
      readFileSync(`services/${service}/src/${service}.module.ts`, 'utf8').includes('DocumentsModule.forService'),
    );
    expect(documented.length).toBeGreaterThan(1);
    expect([...DOCUMENTED].sort()).toEqual([...documented].sort());
  });
});
