import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, id } from '../fields.js';

const HOLDER = common(
  {
    accountId: id("The account, which is the `sub` of the person's tokens"),
    organisation: Type.Optional(code('The code of the organisation that the person acts for')),
    areaCode: Type.Optional(area('The area that the person may see; absent: every area')),
    roles: Type.Array(code('A role'), { maxItems: 64, description: 'What the person may do' }),
  },
  {
    accountId: '0190a5c0-7c1e-7000-8000-000000000012',
    organisation: 'housing-bureau',
    areaCode: '230903',
    roles: ['handler'],
  },
);

/** What happens to an account of a person. No name: what a person is called is told by the room that needs it. */
export const ACCOUNT_EVENTS = defineEvents(
  'gateway.account',
  {
    'registered.v1': event({ zh: '账号登记', en: 'An account was made' }),
    'changed.v1': event({ zh: '账号变更', en: 'An account was changed, or may log in again' }),
    'disabled.v1': event({ zh: '账号停用', en: 'An account may no longer log in' }),
  },
  HOLDER,
);
