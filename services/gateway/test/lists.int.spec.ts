import * as persistence from '@zero-distance/persistence';
import { draw, drawn } from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { AccountEntity } from '../src/account/account.entity.js';
import { ACCOUNTS } from '../src/account/account.store.js';
import { AuditEntity } from '../src/audit/audit.entity.js';
import { AUDIT } from '../src/audit/audit.store.js';
import { ClientEntity } from '../src/client/client.entity.js';
import { CLIENTS } from '../src/client/client.store.js';

// A line each minute until now. One action of four is rare, and one caller of a hundred.
const LINES = `
  insert into audit (id, service, action, subject, actor_id, at)
  select uuidv7(make_interval(mins => n - $1)), ${drawn(['intake', 'dispatch', 'gateway'], 1)},
    case ${draw(1000, 2)} when 0 then 'account-disabled' else 'reveal' end, 'matter-' || n, 'actor-' || ${draw(100, 3)},
    now() + make_interval(mins => n - $1)
  from generate_series(1, $1::int) n`;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describeLists({
  service: 'gateway',
  persistence,
  entities: [AuditEntity, AccountEntity, ClientEntity],
  fill: [LINES],
  lists: {
    ACCOUNTS: { of: ACCOUNTS, small: 'a district has some thousand members of staff, and a page looks through all of them' },
    CLIENTS: { of: CLIENTS, small: 'a district has some hundred systems and screens' },
    AUDIT: {
      of: AUDIT,
      asked: {
        service: ['intake'],
        action: ['reveal', 'export'],
        subject: ['matter-7'],
        actorId: ['actor-7'],
        from: [daysAgo(1)],
        to: [daysAgo(8)],
      },
    },
  },
});
