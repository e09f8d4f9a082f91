import { ROLES } from '@zero-distance/kernel';
import { SCOPES } from '@zero-distance/platform/access';
import { Type } from '@zero-distance/platform/config';
import { type Client, ClientStore } from './client/client.store.js';
import { assertArea, CommandError, type CommandTools, HOLDER, NAME, print, readItems, runCommand, warnOfHolder } from './command.js';
import { hashGenerated, isGenerated, makeSecret } from './credential/generated-secret.js';
import { hashSecret } from './credential/secret-hash.js';
import { unlock } from './credential/unlock.js';

const USAGE = `Usage: clients upsert [file.json] | list | renew <id> | disable <id> | enable <id> | unlock <id>

upsert reads one client or an array of them as JSON, from the file or standard input:
  {"id": "housing", "name": "住建局", "scopes": ["dispatch:read", "dispatch:write"], "roles": ["handler"], "area": "230903", "org": "housing-bureau"}
Without "secret" a new client gets one, printed once; "secret": null makes a public client, which needs "redirectUris".
renew makes a new secret for a client that has one, and prints it once; the old one is void. Wrong tries lock only a client whose secret was chosen.
A disabled client stays disabled when it is upserted; enable undoes disable.
Roles:  ${ROLES.join(', ')}
Scopes: ${SCOPES.join(', ')}`;

// https, or http on this machine only: a code must not travel in clear.
const RETURN_URI = Type.String({
  pattern: '^(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])[:/])[^#]+$',
  description: 'an https URL without #, or http on this machine only (localhost)',
});

const CLIENT = Type.Object(
  {
    id: NAME,
    name: Type.String({ minLength: 1, maxLength: 100 }),
    /** Absent: the one it has, or for a new client one made here and printed once. Null: a public client, which has none. */
    secret: Type.Optional(Type.Union([Type.String({ minLength: 12, maxLength: 256 }), Type.Null()])),
    ...HOLDER,
    redirectUris: Type.Array(RETURN_URI, { default: [] }),
    postLogoutRedirectUris: Type.Array(RETURN_URI, { default: [] }),
  },
  { additionalProperties: false },
);

async function upsert(clients: ClientStore, path: string | undefined): Promise<void> {
  for (const { secret: given, org, ...input } of await readItems(CLIENT, path)) {
    assertArea(input.id, input.area);
    const before = await clients.find(input.id);
    const made = given === undefined && !before ? makeSecret() : undefined;
    const secretHash = made === undefined ? await hashOf(given, before) : hashGenerated(made);
    if (secretHash === null && input.redirectUris.length === 0) throw new CommandError(`${input.id}: a public client needs redirectUris.`);
    await clients.upsert({ ...input, org: org ?? null, secretHash });
    warnOfHolder(input.id, { ...input, org });
    const disabled = before?.disabledAt ? { disabled: true } : {};
    print({ id: input.id, outcome: before ? 'updated' : 'created', ...disabled, ...(made && { secret: made }) });
  }
}

/** The hash of a chosen secret, or the hash that the client already has. */
async function hashOf(given: string | null | undefined, before: Client | undefined): Promise<string | null> {
  if (given === undefined) return before?.secretHash ?? null;
  return given === null ? null : hashSecret(given);
}

async function renew(clients: ClientStore, id: string): Promise<void> {
  const secret = makeSecret();
  if (!(await clients.renewSecret(id, hashGenerated(secret)))) throw new CommandError(`There is no client ${id} that has a secret.`);
  print({ id, outcome: 'renewed', secret });
}

/** Everything but the secret's hash. */
const shown = ({ secretHash, ...client }: Client): object => ({
  ...client,
  public: secretHash === null,
  ...(secretHash !== null && { secret: isGenerated(secretHash) ? 'generated' : 'chosen' }),
});

async function clientsCommand({ db }: CommandTools, [verb, argument]: readonly string[]): Promise<void> {
  const clients = new ClientStore(db);
  if (verb === 'upsert') return upsert(clients, argument);
  if (verb === 'list') return (await clients.list()).map(shown).forEach(print);
  if (verb === 'renew' && argument) return renew(clients, argument);
  if ((verb === 'disable' || verb === 'enable') && argument) {
    if (!(await clients.setEnabled(argument, verb === 'enable'))) throw new CommandError(`There is no client ${argument}.`);
    return print({ id: argument, outcome: `${verb}d` });
  }
  if (verb === 'unlock' && argument) {
    if (!(await clients.find(argument))) throw new CommandError(`There is no client ${argument}.`);
    await unlock(db, `client:${argument}`);
    return print({ id: argument, outcome: 'unlocked' });
  }
  throw new CommandError(USAGE);
}

void runCommand({ usage: USAGE, work: clientsCommand });
