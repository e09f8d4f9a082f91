import type { DemoClient } from './clients.js';

/**
 * The prelude of the pages in docs/chains: the address of the product, its outbox, the demo clients' secrets, and a few shell
 * functions over curl and node, so that the pages show the calls and not their plumbing. Sourced by bash.
 */
export const demoShell = (gatewayUrl: string, clients: readonly DemoClient[], outbox: string): string =>
  `# Made by npm start for docs/chains. Holds the secrets of the demo clients of this clone.
ZD_URL=${gatewayUrl}
# Where messages to people are shown instead of being sent
ZD_OUTBOX=${outbox}
${clients.map(({ id, secret }) => `${variable(id)}=${secret}`).join('\n')}

# token CLIENT: an access token of a demo client
token() { local secret="ZD_SECRET_\${1//-/_}"; curl -sS --fail-with-body -u "$1:\${!secret}" -d grant_type=client_credentials "$ZD_URL/oidc/token" | pick access_token; }
# get PATH [TOKEN] and post PATH TOKEN JSON: the answer's body; what is refused is shown and fails
get() { curl -sS --fail-with-body \${2:+-H "Authorization: Bearer $2"} "$ZD_URL$1"; }
post() { curl -sS --fail-with-body -H "Authorization: Bearer $2" -H 'Content-Type: application/json' -d "$3" "$ZD_URL$1"; }
# pick FIELD: one field of the JSON on standard input; items.0.id goes into it, items.*.id gives that of each, a line each
pick() { node -e 'const at = (v, [k, ...rest]) => k === undefined ? v : k === "*" ? v?.map((e) => at(e, rest)) : at(v?.[k], rest);
  for (const v of [at(JSON.parse(require("fs").readFileSync(0, "utf8")), process.argv[1].split("."))].flat())
    if (v !== undefined && v !== null) console.log(typeof v === "object" ? JSON.stringify(v) : v)' "$1"; }
# wait_for FIELD[=VALUE] COMMAND…: what one service did reaches the next by event; asks again until the field is there (30 s)
wait_for() {
  local field="\${1%%=*}" wanted="" got tries=0
  case "$1" in *=*) wanted="\${1#*=}" ;; esac
  shift
  until got=$("$@" | pick "$field") && [ -n "$got" ] && { [ -z "$wanted" ] || [ "$got" = "$wanted" ]; }; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "waited in vain for $field of: $*" >&2; return 1; }
    sleep 0.3
  done
  echo "$got"
}
`;

const variable = (clientId: string): string => `ZD_SECRET_${clientId.replaceAll('-', '_')}`;
