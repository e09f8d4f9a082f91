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

# A request at its department.
REQUEST=$(post /api/intake/v1/requests "$DEMO" "$COMPLAINT" | pick id)
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

echo "{ \"url\": \"$ZD_URL\", \"token\": \"$DEMO\", \"request\": \"$REQUEST\", \"callback\": \"$CALLBACK\", \"case\": \"$CASE\", \"hazard\": \"$HAZARD\", \"rectification\": \"$RECTIFICATION\" }"
