import { isGenerated } from '../credential/generated-secret.js';
import { toHolder, toHolderDto } from '../holder/holder.view.js';
import type { ChangeClientInput, ClientDto } from './client.dto.js';
import type { Client, ClientFacts } from './client.js';

/** A client as the API answers it. */
export const toClientDto = (client: Client): ClientDto => ({
  id: client.id,
  version: client.version,
  name: client.name,
  ...toHolderDto(client),
  secret: client.secretHash === null ? 'none' : isGenerated(client.secretHash) ? 'generated' : 'chosen',
  redirectUris: [...client.redirectUris],
  postLogoutRedirectUris: [...client.postLogoutRedirectUris],
});

/** What a caller gives, as it is kept. */
export const toFacts = ({ name, redirectUris = [], postLogoutRedirectUris = [], ...given }: ChangeClientInput): ClientFacts => ({
  name,
  ...toHolder(given),
  redirectUris,
  postLogoutRedirectUris,
});
