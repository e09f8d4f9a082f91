export { Message1795843100000 } from './1795843100000-message.js';
export { MessageChannel1795856900000 } from './1795856900000-message-channel.js';
