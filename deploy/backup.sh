#!/usr/bin/env bash
# deploy/backup.sh <directory>: a back-up of the whole database, while it runs, as <directory>/zd-<date>-<time>.sql.gz.
# Only a file that was read back to its end has that name. docs/operators/backup.md
set -euo pipefail
umask 077
file="$(realpath "${1:?usage: deploy/backup.sh <directory>}")/zd-$(date +%F-%H%M%S).sql.gz"
cd "$(dirname "$0")/.."
trap 'rm -f "$file.tmp"' EXIT

taken=$(date -u +%FT%TZ)
# Without passwords: on a restore the roles get those of deploy/secrets, by migrate.
docker compose exec -T postgres pg_dumpall -U postgres --no-role-passwords | gzip > "$file.tmp"
counts=$(gunzip -c "$file.tmp" | awk -f deploy/dump-rows.awk | awk '{ rows += $NF } END { print rows + 0 " rows in " NR " tables" }')
sync "$file.tmp"
mv "$file.tmp" "$file"
# For the doctor and the alarm: a back-up that nobody noted counts as none.
docker compose exec -T postgres psql -X -q -U postgres -d zero_distance -v ON_ERROR_STOP=1 \
  -v name="${file##*/}" -v taken="$taken" -v bytes="$(stat -c %s "$file")" \
  <<< "INSERT INTO gateway.backup (name, taken_at, bytes) VALUES (:'name', :'taken', :'bytes')"
echo "$file: $counts"
