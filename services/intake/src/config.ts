import { readConfig, SECRET_KEY, SERVICE_CONFIG, Type } from '@zero-distance/platform';

/** Intake's settings. */
export const config = readConfig({
  ...SERVICE_CONFIG,
  PERSONAL_DATA_KEYS: Type.String({
    pattern: '^[\\w-]+:[A-Za-z0-9+/]{43}=(,[\\w-]+:[A-Za-z0-9+/]{43}=)*$',
    description: 'keys of personal data as id:base64 of 32 bytes, several with commas between, the current one first',
  }),
  BLIND_INDEX_KEY: SECRET_KEY,
});
