import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type PageQuery } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import { makeSecret } from '../credential/generated-secret.js';
import { hashSecret, isSecret } from '../credential/secret-hash.js';
import { unlock } from '../credential/unlock.js';
import { refuse } from '../errors.js';
import {
  administersNoMore,
  checkArea,
  checkOrganisation,
  checkOwn,
  checkRoles,
  checkScopes,
  type Holder,
  isAdministrator,
} from '../holder/holder.js';
import { needAnotherAdministrator } from '../holder/holder.store.js';
import { endSession, endSessions, sessionsOf } from '../session/session.store.js';
import type { AccountDto, AccountQuery, ChangeAccountInput, OneTimePasswordDto, RegisterAccountInput, SessionDto } from './account.dto.js';
import type { AccountEntity } from './account.entity.js';
import { makeOneTimePassword, ONE_TIME_HOURS } from './account.js';
import { ACCOUNTS, insertAccount, removeSecondFactor, saveAccount, savePassword } from './account.store.js';
import { toAccountDto, toHolder, toSessionDto } from './account.view.js';

/** What a command may say of an account besides: a password that was chosen for the person. */
type Upserted = Holder & { readonly username: string; readonly name?: string; readonly password?: string };

/** What administrators do with accounts, over REST and by command. */
@Injectable()
export class AccountService {
  constructor(private readonly transactor: Transactor) {}

  /** Makes an account. Nobody can log in with it before it is given a one-time password. */
  async register(actor: Actor, { username, name = '', ...input }: RegisterAccountInput): Promise<AccountDto> {
    const holder = toHolder(input);
    const passwordHash = await hashSecret(makeSecret()); // nobody knows it
    return this.transactor.transact(actor, async (tx) => {
      assertMayGive(actor, holder);
      return toAccountDto(insertAccount(tx, { ...holder, username, name, passwordHash, oneTimeUntil: tx.now })); // none that holds
    });
  }

  list(actor: Actor, query: AccountQuery): Promise<Page<AccountDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await ACCOUNTS.list(tx, query), toAccountDto));
  }

  get(actor: Actor, id: string): Promise<AccountDto> {
    return this.transactor.read(actor, async (tx) => toAccountDto(await ACCOUNTS.load(tx, id)));
  }

  change(actor: Actor, id: string, { name = '', ...input }: ChangeAccountInput, ifMatch?: number): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await ACCOUNTS.load(tx, id, ifMatch);
      return toAccountDto(await changed(tx, before, { ...toHolder(input), name }));
    });
  }

  /** The person can no longer log in; what is logged in ends. Tokens that were issued are good until they expire. */
  disable(actor: Actor, id: string, ifMatch?: number): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await ACCOUNTS.load(tx, id, ifMatch);
      assertOthers(actor, id);
      if (before.disabledAt) return toAccountDto(before);
      if (isAdministrator(before)) await needAnotherAdministrator(tx, before);
      endSessions(tx, id);
      return toAccountDto(saveAccount(tx, before, { disabledAt: tx.now }, 'account-disabled'));
    });
  }

  enable(actor: Actor, id: string, ifMatch?: number): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await ACCOUNTS.load(tx, id, ifMatch);
      assertOthers(actor, id);
      return toAccountDto(before.disabledAt ? saveAccount(tx, before, { disabledAt: null }, 'account-enabled') : before);
    });
  }

  /** A new password, to be read out once and changed at the next log-in. The one before is void, and what is logged in ends. */
  async givePassword(actor: Actor, id: string): Promise<OneTimePasswordDto> {
    const password = makeOneTimePassword();
    const hash = await hashSecret(password);
    // The answer is a secret: it is not kept for an Idempotency-Key. Who repeats the call gets another one.
    return this.transactor.transact({ ...actor, idempotency: undefined }, async (tx) => {
      const account = await ACCOUNTS.load(tx, id);
      assertOthers(actor, id);
      if (account.disabledAt) throw refuse('account.disabled', { id });
      const until = new Date(tx.now.getTime() + ONE_TIME_HOURS * 3_600_000);
      savePassword(tx, id, hash, until);
      return { password, until: until.toISOString() };
    });
  }

  /** For who has lost the telephone and the recovery codes: the password alone does again, until they enrol anew. What is logged in ends. */
  removeSecondFactor(actor: Actor, id: string): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const account = await ACCOUNTS.load(tx, id);
      assertOthers(actor, id);
      endSessions(tx, id);
      if (account.totpSealed) removeSecondFactor(tx, id);
      return toAccountDto({ ...account, totpSealed: null });
    });
  }

  /** Lifts the locks that failed log-ins have brought. */
  unlock(actor: Actor, id: string): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const account = await ACCOUNTS.load(tx, id);
      unlock(tx, `account:${id}`);
      recordAudit(tx, { action: 'account-unlocked', subject: id });
      return toAccountDto(account);
    });
  }

  sessions(actor: Actor, id: string, { limit }: PageQuery): Promise<Page<SessionDto>> {
    return this.transactor.read(actor, async (tx) => {
      await ACCOUNTS.load(tx, id);
      return { items: (await sessionsOf(tx, id, limit)).map(toSessionDto), next: null };
    });
  }

  /** Ends one session, or all. One that is over already is as wanted. */
  endSessions(actor: Actor, id: string, sessionId?: string): Promise<void> {
    return this.transactor.transact(actor, async (tx) => {
      await ACCOUNTS.load(tx, id);
      if (sessionId === undefined) endSessions(tx, id);
      else if (!(await endSession(tx, id, sessionId))) return;
      recordAudit(tx, { action: 'sessions-ended', subject: id, detail: { sessions: sessionId === undefined ? 'all' : 'one' } });
    });
  }

  /** Makes or changes the account of a username, for the command: whether it is there is told with it. */
  async upsert(actor: Actor, { username, password, name, ...holder }: Upserted): Promise<{ before?: AccountEntity; after: AccountEntity }> {
    const passwordHash = password === undefined ? undefined : await hashSecret(password);
    return this.transactor.transact(actor, async (tx) => {
      const before = await findByUsername(tx, username);
      if (!before) {
        if (passwordHash === undefined) throw new Error(`${username}: a new account needs a password.`);
        assertMayGive(actor, holder);
        return { after: insertAccount(tx, { ...holder, username, name: name ?? '', passwordHash, oneTimeUntil: null }) };
      }
      const isSame = password !== undefined && (await isSecret(password, before.passwordHash));
      if (passwordHash !== undefined && !isSame) savePassword(tx, before.id, passwordHash, null);
      return { before, after: await changed(tx, before, { ...holder, name: name ?? before.name }) };
    });
  }

  /** The id of a username, for the command. */
  async idOf(actor: Actor, username: string): Promise<string | undefined> {
    return (await this.transactor.read(actor, (tx) => ACCOUNTS.list(tx, { username, limit: 1 }))).items[0]?.id;
  }
}

const findByUsername = async (tx: Tx, username: string): Promise<AccountEntity | undefined> =>
  (await ACCOUNTS.list(tx, { username, limit: 1 })).items[0];

/** Queues what is other than before. */
async function changed(tx: Tx, before: AccountEntity, wanted: Holder & { readonly name: string }): Promise<AccountEntity> {
  assertOthers(tx.actor, before.id);
  assertMayGive(tx.actor, wanted, before);
  if (!before.disabledAt && administersNoMore(before, wanted)) await needAnotherAdministrator(tx, before);
  const facts = ({ name, scopes, roles, area, org }: typeof wanted) => JSON.stringify([name, scopes, roles, area, org]);
  return facts(before) === facts(wanted) ? before : saveAccount(tx, before, wanted, 'account-changed');
}

/** Throws where the account is the caller's own. */
function assertOthers(actor: Actor, id: string): void {
  const fault = checkOwn(actor, id);
  if (fault) throw fault;
}

/** Throws unless the caller may give this to a person. */
function assertMayGive(actor: Actor, { area, org, roles, scopes }: Holder, before?: Holder): void {
  const fault = checkArea(actor, area) ?? checkOrganisation(actor, org) ?? checkScopes(actor, scopes, before?.scopes) ?? checkRoles(roles);
  if (fault) throw fault;
}
