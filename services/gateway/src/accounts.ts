import { newId, ROLES } from '@zero-distance/kernel';
import { SCOPES } from '@zero-distance/platform/access';
import { Type } from '@zero-distance/platform/config';
import { type Account, AccountStore } from './account/account.store.js';
import { assertArea, CommandError, type CommandTools, HOLDER, NAME, print, readItems, runCommand, warnOfHolder } from './command.js';
import { hashSecret } from './credential/secret-hash.js';
import { unlock } from './credential/unlock.js';

const USAGE = `Usage: accounts upsert [file.json] | list | disable <username> | enable <username> | unlock <username>

upsert reads one account or an array of them as JSON, from the file or standard input:
  {"username": "clerk", "password": "at least ten", "scopes": ["intake:write"], "roles": ["intake-clerk"], "area": "230903"}
list shows of each the id, which is the sub of its tokens: what a request names to keep somebody from it (recusedAccounts).
A disabled account stays disabled when it is upserted; enable undoes disable.
Roles:  ${ROLES.join(', ')}
Scopes: ${SCOPES.join(', ')}`;

const ACCOUNT = Type.Object(
  {
    username: NAME,
    /** Absent: the one it has. A new account needs one. */
    password: Type.Optional(Type.String({ minLength: 10, maxLength: 256 })),
    ...HOLDER,
  },
  { additionalProperties: false },
);

async function upsert(accounts: AccountStore, path: string | undefined): Promise<void> {
  for (const { password, org, ...input } of await readItems(ACCOUNT, path)) {
    assertArea(input.username, input.area);
    const before = await accounts.findByUsername(input.username);
    const passwordHash = password === undefined ? before?.passwordHash : await hashSecret(password);
    if (passwordHash === undefined) throw new CommandError(`${input.username}: a new account needs a password.`);
    const id = before?.id ?? newId();
    await accounts.upsert({ ...input, id, org: org ?? null, passwordHash });
    warnOfHolder(input.username, { ...input, org });
    print({ id, username: input.username, outcome: before ? 'updated' : 'created', ...(before?.disabledAt && { disabled: true }) });
  }
}

/** Everything but the password's hash. */
const shown = ({ passwordHash: _, ...account }: Account): object => account;

async function accountsCommand({ db }: CommandTools, [verb, argument]: readonly string[]): Promise<void> {
  const accounts = new AccountStore(db);
  if (verb === 'upsert') return upsert(accounts, argument);
  if (verb === 'list') return (await accounts.list()).map(shown).forEach(print);
  if ((verb === 'disable' || verb === 'enable') && argument) {
    if (!(await accounts.setEnabled(argument, verb === 'enable'))) throw new CommandError(`There is no account ${argument}.`);
    return print({ username: argument, outcome: `${verb}d` });
  }
  if (verb === 'unlock' && argument) {
    const account = await accounts.findByUsername(argument);
    if (!account) throw new CommandError(`There is no account ${argument}.`);
    await unlock(db, `account:${account.id}`);
    return print({ username: argument, outcome: 'unlocked' });
  }
  throw new CommandError(USAGE);
}

void runCommand({ usage: USAGE, work: accountsCommand });
