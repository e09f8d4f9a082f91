import { Injectable } from '@nestjs/common';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { hashGenerated, isGenerated, isGeneratedSecret, makeSecret } from '../credential/generated-secret.js';
import { hashSecret, isSecret } from '../credential/secret-hash.js';
import { refuse } from '../errors.js';
import type { HolderQuery } from '../holder/holder.dto.js';
import { checkArea, checkOrganisation, checkReach, checkScopes, type Holder } from '../holder/holder.js';
import { HolderService } from '../holder/holder.service.js';
import { endTokensOfClient } from '../session/session.store.js';
import type { ChangeClientInput, ClientDto, ClientSecretDto, RegisterClientInput } from './client.dto.js';
import { ClientEntity } from './client.entity.js';
import type { ClientFacts } from './client.js';
import { CLIENTS, insertClient, saveClient } from './client.store.js';
import { toClientDto, toFacts } from './client.view.js';

/** A secret as a command gives it: absent for the one it has, null for a public client. */
type Upserted = ClientFacts & { readonly id: string; readonly secret?: string | null };

/** What administrators do with clients, over REST and by command. */
@Injectable()
export class ClientService extends HolderService<ClientEntity, ClientDto, HolderQuery> {
  constructor(transactor: Transactor) {
    super(transactor, {
      noun: 'client',
      rows: CLIENTS,
      toDto: toClientDto,
      toDisabledDto: toClientDto,
      save: saveClient,
      check,
      end: endTokensOfClient,
    });
  }

  /** Makes a client. One that keeps a secret is given it by `renew`; nobody knows the one it has before. */
  register(actor: Actor, { id, isPublic, ...input }: RegisterClientInput): Promise<ClientDto> {
    const secretHash = isPublic ? null : hashGenerated(makeSecret());
    return this.transactor.transact(actor, async (tx) => toClientDto(await this.inserted(tx, id, { ...toFacts(input), secretHash })));
  }

  /** As `get`, or undefined: for the command. */
  find(actor: Actor, id: string): Promise<ClientDto | undefined> {
    return this.transactor.read(actor, async (tx) => {
      const found = await tx.findOne(ClientEntity, { id });
      return found && toClientDto(found);
    });
  }

  change(actor: Actor, id: string, input: ChangeClientInput, ifMatch?: number): Promise<ClientDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await CLIENTS.load(tx, id, ifMatch);
      return toClientDto(await this.changed(tx, before, toFacts(input)));
    });
  }

  /** A new secret, shown once; the one before is void, and so are the tokens that were issued. */
  renew(actor: Actor, id: string): Promise<ClientSecretDto> {
    const secret = makeSecret();
    // The answer is a secret: it is not kept for an Idempotency-Key. Who repeats the call gets another one.
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const before = await this.within(tx, id);
      if (before.secretHash === null) throw refuse('client.public', { clientId: id });
      endTokensOfClient(tx, id);
      saveClient(tx, before, { secretHash: hashGenerated(secret) }, 'client-secret-renewed');
      return { clientId: id, secret };
    });
  }

  /** Makes or changes a client, for the command; the secret that was made for it. */
  async upsert(actor: Actor, { id, secret, ...facts }: Upserted): Promise<{ before?: ClientEntity; secret?: string }> {
    const chosen = typeof secret === 'string' ? await hashSecret(secret) : secret;
    const made = makeSecret();
    return this.transactor.transact(actor, async (tx) => {
      const before = await tx.findOne(ClientEntity, { id });
      if (before) {
        const isSame = chosen === undefined || (typeof secret === 'string' && (await isSecretOf(before, secret)));
        if (!isSame) endTokensOfClient(tx, id);
        await this.changed(tx, before, { ...facts, secretHash: isSame ? before.secretHash : chosen });
        return { before };
      }
      await this.inserted(tx, id, { ...facts, secretHash: chosen === undefined ? hashGenerated(made) : chosen });
      return chosen === undefined ? { secret: made } : {};
    });
  }

  private async inserted(tx: Tx, id: string, wanted: Wanted): Promise<ClientEntity> {
    await this.assertMayMake(tx, id, wanted);
    return insertClient(tx, id, wanted);
  }
}

/** Whether a client has this secret already: a file that is applied twice changes nothing. */
const isSecretOf = async ({ secretHash }: ClientEntity, secret: string): Promise<boolean> =>
  secretHash !== null && (isGenerated(secretHash) ? isGeneratedSecret(secret, secretHash) : isSecret(secret, secretHash));

type Wanted = ClientFacts & Pick<ClientEntity, 'secretHash'>;

/** The refusal of what the caller may not give to a client: a system may have roles that one person may not have together. */
function check(actor: Actor, wanted: Holder & Partial<Wanted>, before?: ClientEntity): DomainError | undefined {
  const { secretHash, redirectUris } = { ...before, ...wanted };
  const isReturnMoved = before !== undefined && redirectUris?.join(' ') !== before.redirectUris.join(' ');
  return (
    checkArea(actor, wanted.area) ??
    checkOrganisation(actor, wanted.org) ??
    checkScopes(actor, wanted, before) ??
    (isReturnMoved ? checkReach(actor, before) : undefined) ?? // codes of people go there, and what people may do with it
    (secretHash === null && redirectUris?.length === 0 ? refuse('client.redirect_missing') : undefined)
  );
}
