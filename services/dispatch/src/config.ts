import { FILES_CONFIG } from '@zero-distance/files';
import { MATTER_TEXT_CONFIG, readConfig, SERVICE_CONFIG } from '@zero-distance/platform';

/** The environment of this process, read once. */
export const config = readConfig({ ...SERVICE_CONFIG, ...MATTER_TEXT_CONFIG, ...FILES_CONFIG });
