import type { HolderRow } from '../holder/holder.js';

/** A department's system (client credentials) or a screen that people use (code + PKCE). */
export interface Client extends HolderRow {
  readonly name: string;
  /** `hashGenerated` or `hashSecret` of it. Null for a public client: a screen that can keep no secret. */
  readonly secretHash: string | null;
  /** Counts what voids its tokens: another secret, disabling. */
  readonly credentialVersion: number;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
}

/** What an operator writes down about a client. */
export type ClientFacts = Omit<Client, 'id' | 'version' | 'secretHash' | 'credentialVersion' | 'disabledAt'>;
