import { type DynamicModule, Module } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import { messageController } from './message/message.controller.js';
import { Messages } from './messages.js';
import { SENDING, Sender, type Sending } from './sender.js';

/**
 * What a service tells people: `Messages`, with which use cases queue a message, the sender, and `GET /messages`. The service has the table
 * (`@zero-distance/notification/migrations`), `MessageEntity` among its entities, `NOTIFICATION_CONFIG` (or `SMS_CONFIG` and `MAIL_CONFIG`) in
 * its configuration, `messagePolicies` among its policies and `OF_MESSAGES` in its access table.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class NotificationModule {
  static forService(service: Service, sending: Sending): DynamicModule {
    return {
      module: NotificationModule,
      controllers: [messageController(service)],
      providers: [
        { provide: SENDING, useValue: sending },
        { provide: Messages, useValue: new Messages(new Set(sending.adapters.keys())) },
        Sender,
      ],
      exports: [Messages],
    };
  }
}
