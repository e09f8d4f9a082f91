import { FILES_CONFIG } from '@zero-distance/files';
import { NOTIFICATION_CONFIG } from '@zero-distance/notification';
import { MATTER_TEXT_CONFIG, readConfig, SECRET_KEY, SERVICE_CONFIG } from '@zero-distance/platform';

/** Intake's settings. */
export const config = readConfig({
  ...SERVICE_CONFIG,
  ...MATTER_TEXT_CONFIG,
  ...FILES_CONFIG,
  ...NOTIFICATION_CONFIG,
  BLIND_INDEX_KEY: SECRET_KEY,
});
