import { Injectable } from '@nestjs/common';
import { type Actor, CARE_WORKERS, type DomainError, HOUR_MS } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { mapPage, type Page, type PageQuery } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import { makeSecret } from '../credential/generated-secret.js';
import { hashSecret, isSecret } from '../credential/secret-hash.js';
import { refuse } from '../errors.js';
import { checkArea, checkOrganisation, checkRoles, checkScopes, type Holder } from '../holder/holder.js';
import { HolderService } from '../holder/holder.service.js';
import { toHolder } from '../holder/holder.view.js';
import { endSession, endSessions, sessionsOf } from '../session/session.store.js';
import type {
  AccountDto,
  AccountQuery,
  ChangeAccountInput,
  DisabledAccountDto,
  OneTimePasswordDto,
  RegisterAccountInput,
  SessionsDto,
} from './account.dto.js';
import type { AccountEntity } from './account.entity.js';
import { makeOneTimePassword, ONE_TIME_HOURS } from './account.js';
import { ACCOUNTS, insertAccount, removeSecondFactor, saveAccount, savePassword } from './account.store.js';
import { toAccountDto, toColleagueDto, toSessionDto } from './account.view.js';
import type { ColleagueDto } from './colleague.dto.js';
import { openWorkOf } from './open-work.js';

/** An account as a command gives it, with a password that was chosen for the person. Its name stays what it is. */
type Upserted = Holder & { readonly username: string; readonly password?: string };

/** Sessions of a person that are shown. */
const SHOWN_SESSIONS = 200;

/** What administrators do with accounts, over REST and by command. */
@Injectable()
export class AccountService extends HolderService<AccountEntity, AccountDto, AccountQuery, DisabledAccountDto> {
  constructor(transactor: Transactor) {
    super(transactor, {
      noun: 'account',
      rows: ACCOUNTS,
      toDto: toAccountDto,
      toDisabledDto: (account) => ({ ...toAccountDto(account), openWork: openWorkOf(account) }),
      save: saveAccount,
      check,
      end: endSessions,
    });
  }

  /** 同事: who else acts for the caller's organisation; of the whole area, for an administrator who acts for none. One that is disabled is given no work. */
  colleagues(actor: Actor, page: PageQuery): Promise<Page<ColleagueDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await ACCOUNTS.list(tx, { ...page, state: 'enabled' }), toColleagueDto));
  }

  /** 责任人人选: who may be asked to look after somebody, within reach of who asks. One that is disabled looks after nobody. */
  careWorkers(actor: Actor, page: PageQuery): Promise<Page<ColleagueDto>> {
    const asked = { ...page, state: 'enabled' as const, anyRole: CARE_WORKERS };
    return this.transactor.read(actor, async (tx) => mapPage(await ACCOUNTS.list(tx, asked), toColleagueDto));
  }

  /** Makes an account. Nobody can log in with it before it is given a one-time password. */
  async register(actor: Actor, { username, name = '', ...input }: RegisterAccountInput): Promise<AccountDto> {
    const holder = toHolder(input);
    const passwordHash = await hashSecret(makeSecret()); // nobody knows it
    return this.transactor.transact(actor, async (tx) => {
      await this.assertMayMake(tx, username, holder);
      return toAccountDto(insertAccount(tx, { ...holder, username, name, passwordHash, oneTimeUntil: tx.now })); // none that holds
    });
  }

  change(actor: Actor, id: string, { name = '', ...input }: ChangeAccountInput, ifMatch?: number): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await ACCOUNTS.load(tx, id, ifMatch);
      return toAccountDto(await this.changed(tx, before, { ...toHolder(input), name }));
    });
  }

  /** A new password, to be read out once and changed at the next log-in. The one before is void, and what is logged in ends. */
  async givePassword(actor: Actor, id: string): Promise<OneTimePasswordDto> {
    const password = makeOneTimePassword();
    const hash = await hashSecret(password);
    // The answer is a secret: it is not kept for an Idempotency-Key. Who repeats the call gets another one.
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const account = await this.within(tx, id);
      if (account.disabledAt) throw refuse('account.disabled', { id });
      const until = new Date(tx.now.getTime() + ONE_TIME_HOURS * HOUR_MS);
      savePassword(tx, id, hash, until);
      return { password, until: until.toISOString() };
    });
  }

  /** For who has lost the telephone and the recovery codes: the password alone does again, until they enrol anew. What is logged in ends. */
  removeSecondFactor(actor: Actor, id: string): Promise<AccountDto> {
    return this.transactor.transact(actor, async (tx) => {
      const account = await this.within(tx, id);
      if (!account.totpSealed) return toAccountDto(account);
      endSessions(tx, id);
      removeSecondFactor(tx, id);
      return toAccountDto({ ...account, totpSealed: null });
    });
  }

  sessions(actor: Actor, id: string): Promise<SessionsDto> {
    return this.transactor.read(actor, async (tx) => {
      await ACCOUNTS.load(tx, id);
      return { items: (await sessionsOf(tx, id, SHOWN_SESSIONS)).map(toSessionDto) };
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
  async upsert(actor: Actor, { username, password, ...holder }: Upserted): Promise<{ before?: AccountEntity; after: AccountEntity }> {
    const passwordHash = password === undefined ? undefined : await hashSecret(password);
    return this.transactor.transact(actor, async (tx) => {
      const before = await findByUsername(tx, username);
      if (!before) {
        if (passwordHash === undefined) throw new Error(`${username}: a new account needs a password.`);
        await this.assertMayMake(tx, username, holder);
        return { after: insertAccount(tx, { ...holder, username, name: '', passwordHash, oneTimeUntil: null }) };
      }
      const isSame = password !== undefined && (await isSecret(password, before.passwordHash));
      if (passwordHash !== undefined && !isSame) savePassword(tx, before.id, passwordHash, null);
      return { before, after: await this.changed(tx, before, holder) };
    });
  }

  /** The id of a username, for the command. */
  async idOf(actor: Actor, username: string): Promise<string | undefined> {
    return (await this.transactor.read(actor, (tx) => ACCOUNTS.list(tx, { username, limit: 1 }))).items[0]?.id;
  }
}

const findByUsername = async (tx: Tx, username: string): Promise<AccountEntity | undefined> =>
  (await ACCOUNTS.list(tx, { username, limit: 1 })).items[0];

/** The refusal of what the caller may not give to a person. */
const check = (actor: Actor, wanted: Holder, before?: Holder): DomainError | undefined =>
  checkArea(actor, wanted.area) ?? checkOrganisation(actor, wanted.org) ?? checkScopes(actor, wanted, before) ?? checkRoles(wanted.roles);
