import { seal, unseal } from '@zero-distance/kernel';
import type { Webhook } from './webhook.js';

/** Secrets of webhooks, which nobody who reads the database can use. */
export class WebhookSecrets {
  constructor(private readonly key: Buffer) {}

  seal(webhookId: string, secret: string): Buffer {
    return seal(this.key, webhookId, secret);
  }

  /** Those to sign with: the current, and while both hold the one before. */
  of({ id, secretSealed, previousSecretSealed, previousUntil }: Webhook, now: Date): string[] {
    const held = [secretSealed, ...(previousSecretSealed && previousUntil && previousUntil > now ? [previousSecretSealed] : [])];
    return held.map((sealed) => unseal(this.key, id, sealed));
  }
}
