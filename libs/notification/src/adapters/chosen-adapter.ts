import type { NotificationConfig } from '../config.js';
import type { Adapter } from './adapter.js';
import { httpAdapter } from './http-template.js';
import { localOutbox } from './local-outbox.js';

/** The way out that the configuration names; undefined for none. @throws when what it needs is missing */
export function chosenAdapter(config: NotificationConfig): Adapter | undefined {
  const { SMS_ADAPTER, SMS_URL, SMS_HEADERS, SMS_BODY, SMS_SUCCESS, SMS_OUTBOX_DIRECTORY } = config;
  if (SMS_ADAPTER === 'none') return undefined;
  if (SMS_ADAPTER === 'local') {
    if (SMS_OUTBOX_DIRECTORY === undefined) throw new Error('SMS_ADAPTER=local needs SMS_OUTBOX_DIRECTORY');
    return localOutbox(SMS_OUTBOX_DIRECTORY);
  }
  if (SMS_URL === undefined) throw new Error('SMS_ADAPTER=http needs SMS_URL');
  try {
    return httpAdapter({ url: SMS_URL, headers: JSON.parse(SMS_HEADERS), body: SMS_BODY, success: SMS_SUCCESS });
  } catch {
    throw new Error('SMS_HEADERS must be a JSON object with a content-type, and SMS_BODY of that type'); // not what they hold: a key
  }
}
