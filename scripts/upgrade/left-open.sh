# What a version leaves open, for the next one to go on with: sourced after the pages of docs/chains, in the words of demo.env.
DEMO=$(token demo)
CENTRE=$(token demo-centre)
HOUSING=$(token demo-housing)
TEAM=$(token demo-inspection)
COMPLAINT='{ "kind": "complaint", "channel": "party-led-hotline", "categoryCode": "010204", "areaCode": "230903011001",
  "title": "路灯不亮", "text": "楼前路灯三天不亮。", "requester": { "name": "张三", "phone": "13800001234" } }'
DISPUTE='{ "kind": "dispute", "channel": "service-window", "categoryCode": "010212", "areaCode": "230903012001",
  "title": "楼上漏水赔偿", "text": "双方对赔偿数额有争议。", "requester": { "name": "李四", "phone": "13900004321" } }'
orders() { get "/api/dispatch/v1/work-orders?$1=$2" "$CENTRE"; }
act() { post "/api/dispatch/v1/work-orders/$1/$2" "$3" "$4" > /dev/null; }

# A request at its department, with a photo.
PHOTO=$(mktemp)
echo iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC | base64 -d > "$PHOTO"
FILE=$(curl -sS --fail-with-body -H "Authorization: Bearer $DEMO" -F "file=@$PHOTO" "$ZD_URL/api/intake/v1/files" | pick id)
rm "$PHOTO"
REQUEST=$(post /api/intake/v1/requests "$DEMO" "${COMPLAINT%\}}, \"files\": [\"$FILE\"] }" | pick id)
wait_for items.0.state=dispatched orders requestId "$REQUEST" > /dev/null

# A request whose requester is to be asked.
ASKED=$(post /api/intake/v1/requests "$DEMO" "$COMPLAINT" | pick id)
ORDER=$(wait_for items.0.id orders requestId "$ASKED")
act "$ORDER" accept "$HOUSING" '{}'
act "$ORDER" start "$HOUSING" '{}'
act "$ORDER" reply "$HOUSING" '{ "result": "solved", "text": "已更换灯头。" }'
act "$ORDER" approve "$CENTRE" '{ "publicAnswer": "路灯已修复。" }'
CALLBACK=$(wait_for items.0.id get "/api/evaluation/v1/callbacks?requestId=$ASKED&state=open" "$DEMO")

# A dispute that nobody has accepted.
DISPUTED=$(post /api/intake/v1/requests "$DEMO" "$DISPUTE" | pick id)
CASE=$(wait_for items.0.id get "/api/case-mediation/v1/cases?requestId=$DISPUTED" "$DEMO")

# A hazard at the fire brigade.
HAZARD=$(post /api/inspection/v1/visits "$TEAM" '{
  "premises": "XF-0002", "team": { "police": "FJ-0117", "gridWorker": "WG-011001-03" }, "others": "pass",
  "results": [{ "item": "exit-blocked", "result": "fail", "settled": "transfer", "note": "后门被货架堵死" }]
}' | pick hazards.0.id)
RECTIFICATION=$(wait_for items.0.id orders sourceId "$HAZARD")

# A webhook, whose receiver the next version finds elsewhere; of an event that does not come before it is left.
WEBHOOK=$(post /api/gateway/v1/webhooks "$DEMO" '{ "url": "http://127.0.0.1:9/", "types": ["inspection.hazard.closed.v1"] }')

# A member of staff who has logged in once, and chosen a password; and the page that was done at. Both are made up.
PASSWORD="an old sentence of mine"
BACK=http://127.0.0.1:5173/back
SCREEN='{ "id": "left-screen", "name": "大屏", "isPublic": true, "redirectUris": ["'"$BACK"'"], "scopes": ["gateway:read"], "roles": [], "areaCode": "230903" }'
post /api/gateway/v1/clients "$DEMO" "$SCREEN" > /dev/null
ACCOUNT=$(post /api/gateway/v1/accounts "$DEMO" '{
  "username": "zhao.min", "name": "赵敏", "scopes": ["gateway:read"], "roles": ["leader"], "areaCode": "230903"
}' | pick id)
GIVEN=$(post "/api/gateway/v1/accounts/$ACCOUNT/one-time-password" "$DEMO" '{}' | pick password)
JAR=$(mktemp)
ASKED_FOR="client_id=left-screen&response_type=code&redirect_uri=$BACK&scope=openid%20gateway:read&code_challenge_method=S256"
page() { curl -sS -b "$JAR" -c "$JAR" -o /dev/null "$@"; }
LOG_IN=$(page -L -w '%{url_effective}' "$ZD_URL/oidc/auth?$ASKED_FOR&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
page --data-urlencode username=zhao.min --data-urlencode "password=$GIVEN" "$LOG_IN"
page --data-urlencode "new-password=$PASSWORD" --data-urlencode "repeated=$PASSWORD" "$LOG_IN"
rm "$JAR"

echo "{ \"file\": \"$FILE\", \"webhook\": $WEBHOOK, \"username\": \"zhao.min\", \"password\": \"$PASSWORD\", \"screen\": \"left-screen\", \"back\": \"$BACK\",
  \"url\": \"$ZD_URL\", \"token\": \"$DEMO\", \"request\": \"$REQUEST\", \"callback\": \"$CALLBACK\", \"case\": \"$CASE\", \"hazard\": \"$HAZARD\", \"rectification\": \"$RECTIFICATION\" }"
