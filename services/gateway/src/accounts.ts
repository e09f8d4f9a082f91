import { ROLES } from '@zero-distance/kernel';
import { SCOPES } from '@zero-distance/platform/access';
import { Type } from '@zero-distance/platform/config';
import type { AccountDto } from './account/account.dto.js';
import { PASSWORD } from './account/account.js';
import { AccountService } from './account/account.service.js';
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
    password: Type.Optional(Type.String({ minLength: PASSWORD.min, maxLength: PASSWORD.max })),
    ...HOLDER,
  },
  { additionalProperties: false },
);

async function upsert(accounts: AccountService, path: string | undefined): Promise<void> {
  for (const { org, ...input } of await readItems(ACCOUNT, path)) {
    assertArea(input.username, input.area);
    const { before, after } = await accounts.upsert(OPERATOR, { ...input, org: org ?? null });
    warnOfHolder(input.username, { ...input, org });
    const disabled = after.disabledAt ? { disabled: true } : {};
    print({ id: after.id, username: input.username, outcome: before ? 'updated' : 'created', ...disabled });
  }
}

/** In the words of `upsert`. */
const shown = ({ id, username, ...holder }: AccountDto): object => ({ id, username, ...shownHolder(holder) });

async function accountsCommand({ transactor }: CommandTools, [verb, argument]: readonly string[]): Promise<void> {
  const accounts = new AccountService(transactor);
  if (verb === 'upsert') return upsert(accounts, argument);
  if (verb === 'list') return printAll((query) => accounts.list(OPERATOR, query), shown);
  if (!argument || !isVerb(verb)) throw new CommandError(USAGE);
  const id = await accounts.idOf(OPERATOR, argument);
  if (id === undefined) throw new CommandError(`There is no account ${argument}.`);
  await accounts[verb](OPERATOR, id);
  print({ username: argument, outcome: OUTCOMES[verb] });
}

void runCommand({ usage: USAGE, work: accountsCommand });
