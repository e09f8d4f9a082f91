export { NOTIFICATION_CONFIG } from './config.js';
export { MESSAGE_CODE_TABLES } from './message/code-tables.js';
export { MessageEntity } from './message/message.entity.js';
export { eraseRecipients, MESSAGES } from './message/message.store.js';
export { Messages } from './messages.js';
export { NotificationModule } from './notification.module.js';
export type { Recipient } from './sender.js';
