import { readConfig, SERVICE_CONFIG, SIGNED_LINK_CONFIG } from '@zero-distance/platform';

/** Read from the environment when the process starts. */
export const config = readConfig({ ...SERVICE_CONFIG, ...SIGNED_LINK_CONFIG });
