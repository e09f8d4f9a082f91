import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { parseConfig, SERVICE_CONFIG, Type } from './config.js';

const GOOD = {
  PORT: '3001',
  OIDC_ISSUER: 'http://127.0.0.1:8080/oidc',
  DATABASE_URL: 'postgres://dispatch:pw@127.0.0.1:5432/zero_distance',
  NATS_URL: 'nats://127.0.0.1:4222',
  NATS_USER: 'dispatch',
  NATS_PASSWORD: 'pw',
  DISTRICT: '230903',
  REQUEST_HASH_KEY: Buffer.alloc(32).toString('base64'),
};

describe('the configuration', () => {
  it('is typed, has defaults, leaves out unknown variables, and cannot be changed', () => {
    const config = parseConfig(SERVICE_CONFIG, { ...GOOD, HOME: '/nowhere' });
    expect(config).toMatchObject({
      PORT: 3001,
      HOST: '127.0.0.1',
      DATABASE_POOL_SIZE: 10,
      LOG_LEVEL: 'info',
      OIDC_AUDIENCE: 'zero-distance',
    });
    expect(config).not.toHaveProperty('HOME');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every bad variable and why, and shows the value of none', () => {
    const bad = { ...GOOD, PORT: '99999', DATABASE_URL: 'hunter2', NATS_USER: '', LOG_LEVEL: 'loud' };
    const parse = () => parseConfig(SERVICE_CONFIG, bad);
    expect(parse).toThrow(/PORT: must be <= 65535 .*a port number/);
    expect(parse).toThrow(/DATABASE_URL: does not have the right form/);
    expect(parse).toThrow(/NATS_USER: is missing/);
    expect(parse).toThrow(/LOG_LEVEL: must be one of fatal, error/);
    expect(parse).not.toThrow(/hunter2/);
  });

  it('takes a variable from the file that X_FILE names, without the line end', () => {
    const directory = mkdtempSync(`${tmpdir()}/config-`);
    writeFileSync(`${directory}/secret`, 's3cret\n');
    const schema = { SECRET: Type.String({ minLength: 6, maxLength: 6 }) };
    expect(parseConfig(schema, { SECRET_FILE: `${directory}/secret` })).toEqual({ SECRET: 's3cret' });
    expect(() => parseConfig(schema, { SECRET_FILE: `${directory}/secret`, SECRET: 'x' })).toThrow(
      /SECRET: both SECRET and SECRET_FILE are set/,
    );
    expect(() => parseConfig(schema, { SECRET_FILE: `${directory}/none` })).toThrow(
      /SECRET: the file named by SECRET_FILE cannot be read \(ENOENT\)/,
    );
    rmSync(directory, { recursive: true });
  });
});
