/* global SwaggerUIBundle, SwaggerUIStandalonePreset */
// Where the documents and the token endpoint are; written by the gateway (src/console/console.routes.ts).
const { documents, tokenUrl, tokenPath, clientId } = await (await fetch('/console/settings.json')).json();

/** This page may have been opened under another name of the same host (localhost for 127.0.0.1): ask the host it came from. */
function ownToken(request) {
  if (tokenPath && request.url === tokenUrl) request.url = new URL(tokenPath, location.origin).href;
  return request;
}

window.ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: documents,
  'urls.primaryName': new URLSearchParams(location.search).get('urls.primaryName') ?? documents[0].name,
  layout: 'StandaloneLayout',
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: 'list',
  filter: true,
  persistAuthorization: false, // a secret or a token that is typed or fetched here is gone with the page
  oauth2RedirectUrl: new URL('/console/logged-in', location.origin).href,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: ownToken,
});

// A person logs in with code and PKCE, as a public client: there is no secret to keep.
window.ui.initOAuth({ clientId, usePkceWithAuthorizationCodeGrant: true, scopes: [] });
