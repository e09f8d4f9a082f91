import { isGenerated } from '../credential/generated-secret.js';
import type { ChangeClientInput, ClientDto } from './client.dto.js';
import type { Client, ClientFacts } from './client.js';

/** A client as the API answers it. */
export const toClientDto = ({ id, version, name, secretHash, scopes, roles, area, org, disabledAt, ...uris }: Client): ClientDto => ({
  id,
  version,
  name,
  scopes: [...scopes],
  roles: [...roles],
  areaCode: area === '' ? null : area,
  organisation: org,
  secret: secretHash === null ? 'none' : isGenerated(secretHash) ? 'generated' : 'chosen',
  redirectUris: [...uris.redirectUris],
  postLogoutRedirectUris: [...uris.postLogoutRedirectUris],
  state: disabledAt ? 'disabled' : 'enabled',
  disabledAt: disabledAt?.toISOString() ?? null,
});

/** What a caller gives, as it is kept. */
export const toFacts = ({
  areaCode = '',
  organisation,
  redirectUris = [],
  postLogoutRedirectUris = [],
  ...given
}: ChangeClientInput): ClientFacts => ({
  name: given.name,
  scopes: given.scopes,
  roles: given.roles,
  area: areaCode,
  org: organisation ?? null,
  redirectUris,
  postLogoutRedirectUris,
});
