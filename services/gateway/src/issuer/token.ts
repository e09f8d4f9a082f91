import { narrowerArea } from '@zero-distance/kernel';
import type { ClientMetadata } from 'oidc-provider';
import type { Client } from '../client/client.js';
import type { Holder } from '../holder/holder.js';

/** The one resource there is: all services together. It is the default, so clients need not name it. */
export const RESOURCE = 'urn:zero-distance:api';

/** The claims of a token besides the standard ones. Services read these into an Actor. */
export interface HolderClaims {
  readonly roles: readonly string[];
  readonly area: string;
  readonly org?: string;
}

const claimsOf = (holder: Pick<Holder, 'roles' | 'area' | 'org'>): HolderClaims => ({
  roles: holder.roles,
  area: holder.area,
  ...(holder.org === null ? {} : { org: holder.org }),
});

/**
 * What a person may do at a screen: what the person and the client both may. A client that names no role, no area or no organisation sets no bound there.
 * Undefined where they have nothing in common.
 */
export function claimsOfBoth(person: Pick<Holder, 'roles' | 'area' | 'org'>, client: HolderClaims): HolderClaims | undefined {
  const area = narrowerArea(person.area, client.area);
  const org = person.org ?? client.org ?? null;
  if (area === undefined || (client.org !== undefined && client.org !== org)) return undefined;
  const roles = client.roles.length === 0 ? person.roles : person.roles.filter((role) => client.roles.includes(role));
  return claimsOf({ roles, area, org });
}

/** Our own metadata names besides the standard ones. */
export const EXTRA_METADATA = ['granted_scopes', 'holder', 'credentials'] as const;

/** The client as oidc-provider takes it. Its "secret" is the hash: the comparison is ours (issuer.ts). */
export function clientMetadata(client: Client): ClientMetadata {
  const forPeople = client.redirectUris.length > 0;
  const isPublic = client.secretHash === null;
  return {
    client_id: client.id,
    client_name: client.name,
    ...(client.secretHash === null ? {} : { client_secret: client.secretHash }),
    token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_basic',
    grant_types: [
      ...(isPublic ? [] : ['client_credentials']),
      ...(forPeople ? ['authorization_code'] : []),
      ...(isPublic ? ['refresh_token'] : []),
    ],
    response_types: forPeople ? ['code'] : [],
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    application_type: client.redirectUris.some((uri) => uri.startsWith('http://')) ? 'native' : 'web',
    granted_scopes: client.scopes.join(' '),
    holder: claimsOf(client),
    credentials: client.credentialVersion,
  };
}
