import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import { hashGenerated, makeSecret } from '../credential/generated-secret.js';
import { hashSecret } from '../credential/secret-hash.js';
import { unlock } from '../credential/unlock.js';
import { refuse } from '../errors.js';
import type { HolderQuery } from '../holder/holder.dto.js';
import { administersNoMore, checkArea, checkOrganisation, checkOwn, checkScopes, isAdministrator } from '../holder/holder.js';
import { needAnotherAdministrator } from '../holder/holder.store.js';
import type { ChangeClientInput, ClientDto, ClientSecretDto, RegisterClientInput } from './client.dto.js';
import { ClientEntity } from './client.entity.js';
import type { ClientFacts } from './client.js';
import { CLIENTS, insertClient, saveClient } from './client.store.js';
import { toClientDto, toFacts } from './client.view.js';

/** A secret as a command gives it: absent for the one it has, null for a public client. */
type Upserted = ClientFacts & { readonly id: string; readonly secret?: string | null };

/** What administrators do with clients, over REST and by command. */
@Injectable()
export class ClientService {
  constructor(private readonly transactor: Transactor) {}

  /** Makes a client. One that keeps a secret is given it by `renew`; nobody knows the one it has before. */
  register(actor: Actor, { id, isPublic, ...input }: RegisterClientInput): Promise<ClientDto> {
    const secretHash = isPublic ? null : hashGenerated(makeSecret());
    return this.transactor.transact(actor, async (tx) => toClientDto(inserted(tx, id, { ...toFacts(input), secretHash })));
  }

  list(actor: Actor, query: HolderQuery): Promise<Page<ClientDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await CLIENTS.list(tx, query), toClientDto));
  }

  get(actor: Actor, id: string): Promise<ClientDto> {
    return this.transactor.read(actor, async (tx) => toClientDto(await CLIENTS.load(tx, id)));
  }

  /** The same, or undefined: for the command. */
  find(actor: Actor, id: string): Promise<ClientDto | undefined> {
    return this.transactor.read(actor, async (tx) => {
      const found = await tx.findOne(ClientEntity, { id });
      return found && toClientDto(found);
    });
  }

  change(actor: Actor, id: string, input: ChangeClientInput, ifMatch?: number): Promise<ClientDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await CLIENTS.load(tx, id, ifMatch);
      return toClientDto(await changed(tx, before, { ...toFacts(input), secretHash: before.secretHash }));
    });
  }

  /** A new secret, shown once; the one before is void. Tokens that were issued are good until they expire. */
  renew(actor: Actor, id: string): Promise<ClientSecretDto> {
    const secret = makeSecret();
    // The answer is a secret: it is not kept for an Idempotency-Key. Who repeats the call gets another one.
    return this.transactor.transact({ ...actor, idempotency: undefined }, async (tx) => {
      const before = await CLIENTS.load(tx, id);
      assertOthers(actor, id);
      if (before.secretHash === null) throw refuse('client.public', { clientId: id });
      saveClient(tx, before, { secretHash: hashGenerated(secret) }, 'client-secret-renewed');
      return { clientId: id, secret };
    });
  }

  disable(actor: Actor, id: string, ifMatch?: number): Promise<ClientDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await CLIENTS.load(tx, id, ifMatch);
      assertOthers(actor, id);
      if (before.disabledAt) return toClientDto(before);
      if (isAdministrator(before)) await needAnotherAdministrator(tx, before);
      return toClientDto(saveClient(tx, before, { disabledAt: tx.now }, 'client-disabled'));
    });
  }

  enable(actor: Actor, id: string, ifMatch?: number): Promise<ClientDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await CLIENTS.load(tx, id, ifMatch);
      assertOthers(actor, id);
      return toClientDto(before.disabledAt ? saveClient(tx, before, { disabledAt: null }, 'client-enabled') : before);
    });
  }

  /** Lifts the locks that failed log-ins have brought. */
  unlock(actor: Actor, id: string): Promise<ClientDto> {
    return this.transactor.transact(actor, async (tx) => {
      const client = await CLIENTS.load(tx, id);
      unlock(tx, `client:${id}`);
      recordAudit(tx, { action: 'client-unlocked', subject: id });
      return toClientDto(client);
    });
  }

  /** Makes or changes a client, for the command; the secret that was made for it. */
  async upsert(actor: Actor, { id, secret, ...facts }: Upserted): Promise<{ before?: ClientEntity; secret?: string }> {
    const chosen = typeof secret === 'string' ? await hashSecret(secret) : secret;
    const made = makeSecret();
    return this.transactor.transact(actor, async (tx) => {
      const before = await tx.findOne(ClientEntity, { id });
      if (before) {
        await changed(tx, before, { ...facts, secretHash: chosen === undefined ? before.secretHash : chosen });
        return { before };
      }
      inserted(tx, id, { ...facts, secretHash: chosen === undefined ? hashGenerated(made) : chosen });
      return chosen === undefined ? { secret: made } : {};
    });
  }
}

type Wanted = ClientFacts & Pick<ClientEntity, 'secretHash'>;

function inserted(tx: Tx, id: string, wanted: Wanted): ClientEntity {
  assertMayGive(tx.actor, wanted);
  return insertClient(tx, id, wanted);
}

/** Queues what is other than before. */
async function changed(tx: Tx, before: ClientEntity, wanted: Wanted): Promise<ClientEntity> {
  assertOthers(tx.actor, before.id);
  assertMayGive(tx.actor, wanted, before);
  if (!before.disabledAt && administersNoMore(before, wanted)) await needAnotherAdministrator(tx, before);
  const facts = ({ name, scopes, roles, area, org, redirectUris, postLogoutRedirectUris, secretHash }: Wanted) =>
    JSON.stringify([name, scopes, roles, area, org, redirectUris, postLogoutRedirectUris, secretHash]);
  return facts(before) === facts(wanted) ? before : saveClient(tx, before, wanted, 'client-changed');
}

/** Throws where the client is the caller's own. */
function assertOthers(actor: Actor, id: string): void {
  const fault = checkOwn(actor, id);
  if (fault) throw fault;
}

/** Throws unless the caller may give this to a client: a system may have roles that one person may not have together. */
function assertMayGive(actor: Actor, { area, org, scopes, secretHash, redirectUris }: Wanted, before?: ClientEntity): void {
  const fault =
    checkArea(actor, area) ??
    checkOrganisation(actor, org) ??
    checkScopes(actor, scopes, before?.scopes) ??
    (secretHash === null && redirectUris.length === 0 ? refuse('client.redirect_missing') : undefined);
  if (fault) throw fault;
}
