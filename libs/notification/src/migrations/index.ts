export { Message1795843100000 } from './1795843100000-message.js';
export { MessageChannel1795856900000 } from './1795856900000-message-channel.js';
export { RecipientMark1795864900000 } from './1795864900000-recipient-mark.js';
