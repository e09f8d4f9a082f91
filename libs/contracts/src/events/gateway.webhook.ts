import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, id } from '../fields.js';

/** What happens to a webhook 订阅: a client's wish to be told of events at an address of its own. The address is no code, and stays in the gateway. */
export const WEBHOOK_EVENTS = defineEvents(
  'gateway.webhook',
  {
    'registered.v1': event({ zh: '订阅登记', en: 'A client asked to be told of events' }),
    'changed.v1': event({ zh: '订阅变更', en: 'A webhook was changed, or its secret was' }),
    'enabled.v1': event({ zh: '订阅启用', en: 'Events are sent again, from where it stood' }),
    'disabled.v1': event(
      { zh: '订阅停用', en: 'Nothing is sent any more' },
      { reasonCode: code('asked, gone (the receiver said so) or unreachable (it took nothing for as long as the policy says)') },
      { reasonCode: 'unreachable' },
    ),
  },
  common(
    {
      webhookId: id('The webhook'),
      ownerId: code('The client whose it is'),
      areaCode: Type.Optional(area('The area it is told of; absent: every area')),
      organisation: Type.Optional(code('The code of the organisation that the client acts for')),
    },
    { webhookId: '0190a5c0-7c1e-7000-8000-000000000013', ownerId: 'housing', areaCode: '230903', organisation: 'housing-bureau' },
  ),
);
