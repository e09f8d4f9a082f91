import { readConfig, SERVICE_CONFIG } from '@zero-distance/platform';

export const config = readConfig(SERVICE_CONFIG);
