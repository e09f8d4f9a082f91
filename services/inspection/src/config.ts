import { readConfig, SERVICE_CONFIG } from '@zero-distance/platform';

/** The environment of this process, read once. */
export const config = readConfig(SERVICE_CONFIG);
