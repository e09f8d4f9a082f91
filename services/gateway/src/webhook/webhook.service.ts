import { Injectable } from '@nestjs/common';
import { type Actor, DAY_MS, HOUR_MS, narrowerArea } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { assertAreaInUse, mapPage, type Page, type PageQuery, readPolicies } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { nounOf } from '../feed/feed.js';
import { placeBefore } from '../feed/feed.store.js';
import { nounsFor } from '../feed/feed-scope.js';
import { POLICIES } from '../policy/policy.js';
import { beginAnew, DELIVERIES, insertTest } from './delivery.store.js';
import { makeWebhookSecret } from './signature.js';
import type { DeliveryDto, ReplayWebhookInput, WebhookDto, WebhookInput, WebhookQuery, WebhookSecretDto } from './webhook.dto.js';
import type { WebhookEntity } from './webhook.entity.js';
import { checkUrl, REPLAYS, TESTS, type Webhook, WebhookReach } from './webhook.js';
import { disableWebhook, insertWebhook, noteAsked, saveWebhook, WEBHOOKS } from './webhook.store.js';
import { toDeliveryDto, toWebhookDto } from './webhook.view.js';
import { WebhookSecrets } from './webhook-secrets.js';

/** What clients do with their webhooks, and administrators with all in their area. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: WebhookSecrets,
    private readonly reach: WebhookReach,
  ) {}

  /** The secret is shown this once, and is kept for no Idempotency-Key: who repeats the call is told that the address is taken. */
  register(actor: Actor, input: WebhookInput): Promise<WebhookSecretDto> {
    const secret = makeWebhookSecret();
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const asked = this.asked(actor, input);
      await assertAreaInUse(tx, 'gateway', asked.areaCode);
      if (actor.clientId !== undefined && actor.clientId !== actor.id) throw refuse('webhook.clients_only');
      const { id: ownerId, scopes, roles, org = null } = actor;
      const organisationId = actor.organisation?.id ?? null;
      const given = { ...asked, ownerId, scopes, roles, org, organisationId };
      const row = await insertWebhook(tx, given, (id) => this.secrets.seal(id, secret));
      return { ...toWebhookDto(row), secret };
    });
  }

  list(actor: Actor, query: WebhookQuery): Promise<Page<WebhookDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await WEBHOOKS.list(tx, query), toWebhookDto));
  }

  get(actor: Actor, id: string): Promise<WebhookDto> {
    return this.transactor.read(actor, async (tx) => toWebhookDto(await WEBHOOKS.load(tx, id)));
  }

  change(actor: Actor, id: string, input: WebhookInput, ifMatch?: number): Promise<WebhookDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await WEBHOOKS.load(tx, id, ifMatch);
      const asked = this.asked(actor, input);
      if (asked.areaCode !== before.areaCode) await assertAreaInUse(tx, 'gateway', asked.areaCode);
      if (asked.url !== before.url) beginAnew(tx, id);
      return toWebhookDto(saveWebhook(tx, before, asked, 'webhook-changed'));
    });
  }

  /** Another secret, shown once; what is sent is signed with both, until the policy's hours are over. */
  rotate(actor: Actor, id: string): Promise<WebhookSecretDto> {
    const secret = makeWebhookSecret();
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const before = await WEBHOOKS.load(tx, id);
      const { 'webhook-overlap-hours': hours } = await readPolicies(tx, POLICIES);
      const changes = {
        secretSealed: this.secrets.seal(id, secret),
        previousSecretSealed: before.secretSealed,
        previousUntil: new Date(tx.now.getTime() + hours * HOUR_MS),
      };
      return { ...toWebhookDto(saveWebhook(tx, before, changes, 'webhook-secret-renewed')), secret };
    });
  }

  /** Sends again, from where it stood. */
  enable(actor: Actor, id: string, ifMatch?: number): Promise<WebhookDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await WEBHOOKS.load(tx, id, ifMatch);
      if (before.state === 'enabled') return toWebhookDto(before);
      beginAnew(tx, id);
      return toWebhookDto(saveWebhook(tx, before, { state: 'enabled', disabledReason: null }, 'webhook-enabled'));
    });
  }

  disable(actor: Actor, id: string, ifMatch?: number): Promise<WebhookDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await WEBHOOKS.load(tx, id, ifMatch);
      return toWebhookDto(before.state === 'disabled' ? before : disableWebhook(tx, before, 'asked'));
    });
  }

  /** Sends an event that tells of nothing. */
  test(actor: Actor, id: string): Promise<DeliveryDto> {
    return this.transactor.transact(actor, async (tx) => {
      const webhook = await needEnabled(tx, id);
      await noteAsked(tx, webhook, 'tested_at', TESTS);
      return toDeliveryDto(insertTest(tx, id));
    });
  }

  /** Sends once more what has happened since a time. */
  replay(actor: Actor, id: string, { since }: ReplayWebhookInput): Promise<WebhookDto> {
    return this.transactor.transact(actor, async (tx) => {
      const before = await needEnabled(tx, id);
      await noteAsked(tx, before, 'replayed_at', REPLAYS);
      const { 'event-days': days } = await readPolicies(tx, POLICIES);
      const from = new Date(Math.max(Date.parse(since), tx.now.getTime() - days * DAY_MS));
      const lastId = Math.min(before.lastId, await placeBefore(tx, from));
      return toWebhookDto(saveWebhook(tx, before, { lastId }, 'webhook-replayed'));
    });
  }

  deliveries(actor: Actor, id: string, query: PageQuery): Promise<Page<DeliveryDto>> {
    return this.transactor.read(actor, async (tx) => {
      await WEBHOOKS.load(tx, id);
      return mapPage(await DELIVERIES.list(tx, { ...query, webhookId: id }), toDeliveryDto);
    });
  }

  /** What is asked for, if it is within what the caller may hear. */
  private asked(actor: Actor, { url, types, areaCode }: WebhookInput): Pick<Webhook, 'url' | 'types' | 'areaCode'> {
    const address = checkUrl(url, this.reach);
    const area = narrowerArea(actor.area, areaCode);
    if (area === undefined || (areaCode !== undefined && area !== areaCode))
      throw refuse('holder.area_wider', { area: areaCode ?? '', own: actor.area });
    const nouns = nounsFor(actor);
    const unheard = types.find((type) => !nouns.includes(nounOf(type)));
    if (unheard !== undefined) throw refuse('webhook.type_not_heard', { type: unheard });
    return { url: address, types, areaCode: area };
  }
}

async function needEnabled(tx: Tx, id: string): Promise<WebhookEntity> {
  const webhook = await WEBHOOKS.load(tx, id);
  if (webhook.state === 'disabled') throw refuse('webhook.disabled', { id });
  return webhook;
}
