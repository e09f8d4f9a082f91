import { FILES_CONFIG } from '@zero-distance/files';
import { MATTER_TEXT_CONFIG, readConfig, SERVICE_CONFIG } from '@zero-distance/platform';

/** Read from the environment when the process starts. */
export const config = readConfig({ ...SERVICE_CONFIG, ...MATTER_TEXT_CONFIG, ...FILES_CONFIG });
