import { ROLES } from '@zero-distance/kernel';
import { SCOPES } from '@zero-distance/platform/access';
import { Type } from '@zero-distance/platform/config';
import type { ClientDto } from './client/client.dto.js';
import { ClientService } from './client/client.service.js';
import { RETURN_URI } from './client/return-uri.js';
import {
  assertArea,
  CommandError,
  type CommandTools,
  HOLDER,
  isVerb,
  NAME,
  OPERATOR,
  OUTCOMES,
  print,
  printAll,
  readItems,
  runCommand,
  shownHolder,
  warnOfHolder,
} from './command.js';

const USAGE = `Usage: clients upsert [file.json] | list | renew <id> | disable <id> | enable <id> | unlock <id>

upsert reads one client or an array of them as JSON, from the file or standard input:
  {"id": "housing", "name": "住建局", "scopes": ["dispatch:read", "dispatch:write"], "roles": ["handler"], "area": "230903", "org": "housing-bureau"}
Without "secret" a new client gets one, printed once; "secret": null makes a public client, which needs "redirectUris".
renew makes a new secret for a client that has one, and prints it once; the old one is void. Wrong tries lock only a client whose secret was chosen.
A disabled client stays disabled when it is upserted; enable undoes disable.
Roles:  ${ROLES.join(', ')}
Scopes: ${SCOPES.join(', ')}`;

const RETURN = Type.String({ pattern: RETURN_URI.pattern.source, description: RETURN_URI.en.replace('must be ', '') });

const CLIENT = Type.Object(
  {
    id: NAME,
    name: Type.String({ minLength: 1, maxLength: 100 }),
    /** Absent: the one it has, or for a new client one made here and printed once. Null: a public client, which has none. */
    secret: Type.Optional(Type.Union([Type.String({ minLength: 12, maxLength: 256 }), Type.Null()])),
    ...HOLDER,
    redirectUris: Type.Array(RETURN, { default: [] }),
    postLogoutRedirectUris: Type.Array(RETURN, { default: [] }),
  },
  { additionalProperties: false },
);

async function upsert(clients: ClientService, path: string | undefined): Promise<void> {
  for (const { org, ...input } of await readItems(CLIENT, path)) {
    assertArea(input.id, input.area);
    const { before, secret } = await clients.upsert(OPERATOR, { ...input, org: org ?? null });
    warnOfHolder(input.id, { ...input, org });
    const disabled = before?.disabledAt ? { disabled: true } : {};
    print({ id: input.id, outcome: before ? 'updated' : 'created', ...disabled, ...(secret && { secret }) });
  }
}

async function renew(clients: ClientService, id: string): Promise<void> {
  const secretOf = (await clients.find(OPERATOR, id))?.secret;
  if (secretOf === undefined || secretOf === 'none') throw new CommandError(`There is no client ${id} that has a secret.`);
  const { secret } = await clients.renew(OPERATOR, id);
  print({ id, outcome: 'renewed', secret });
}

/** In the words of `upsert`. */
const shown = ({ id, name, secret, redirectUris, postLogoutRedirectUris, ...holder }: ClientDto): object => ({
  id,
  name,
  ...shownHolder(holder),
  redirectUris,
  postLogoutRedirectUris,
  public: secret === 'none',
  ...(secret !== 'none' && { secret }),
});

async function clientsCommand({ transactor }: CommandTools, [verb, argument]: readonly string[]): Promise<void> {
  const clients = new ClientService(transactor);
  if (verb === 'upsert') return upsert(clients, argument);
  if (verb === 'list') return printAll((query) => clients.list(OPERATOR, query), shown);
  if (!argument || !(verb === 'renew' || isVerb(verb))) throw new CommandError(USAGE);
  if (verb === 'renew') return renew(clients, argument);
  if (!(await clients.find(OPERATOR, argument))) throw new CommandError(`There is no client ${argument}.`);
  await clients[verb](OPERATOR, argument);
  print({ id: argument, outcome: OUTCOMES[verb] });
}

void runCommand({ usage: USAGE, work: clientsCommand });
