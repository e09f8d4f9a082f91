#!/usr/bin/env bash
# deploy/backup.sh <directory>: a back-up of the whole system, while it runs: the database as <directory>/zd-<date>-<time>.sql.gz, then the
# files of each service as …-files-<service>.tar.gz. Only what was read back to its end has that name. docs/operators/backup.md
set -euo pipefail
umask 077
backup="$(realpath "${1:?usage: deploy/backup.sh <directory>}")/zd-$(date +%F-%H%M%S)"
cd "$(dirname "$0")/.."
trap 'rm -f "$backup"*.tmp' EXIT

# note PART NAME TAKEN BYTES: for the doctor and the alarm; a back-up that nobody noted counts as none.
note() {
  docker compose exec -T postgres psql -X -q -U postgres -d zero_distance -v ON_ERROR_STOP=1 \
    -v part="$1" -v name="$2" -v taken="$3" -v bytes="$4" \
    <<< "INSERT INTO gateway.backup (part, name, taken_at, bytes) VALUES (:'part', :'name', :'taken', :'bytes')"
}

# keep FILE: gives what was read back its name, once the disk has it.
keep() { sync "$1.tmp" && mv "$1.tmp" "$1"; }

in_service() { docker compose exec -T "$service" sh -c "$1" < /dev/null; }

taken=$(date -u +%FT%TZ)
file=$backup.sql.gz
# Without passwords: on a restore the roles get those of deploy/secrets, by migrate.
docker compose exec -T postgres pg_dumpall -U postgres --no-role-passwords < /dev/null | gzip > "$file.tmp"
counts=$(gunzip -c "$file.tmp" | awk -f deploy/dump-rows.awk | awk '{ rows += $NF } END { print rows + 0 " rows in " NR " tables" }')
keep "$file"
note database "${file##*/}" "$taken" "$(stat -c %s "$file")"
echo "$file: $counts"

# After the database, never before it: what is stored and not in the database harms nobody, the other way a photo is missing.
taken=$(date -u +%FT%TZ)
bytes=0
kept=()
for service in intake dispatch case-mediation inspection; do
  bucket=$(in_service 'echo "${FILES_S3_BUCKET:-}"')
  if [ -n "$bucket" ]; then
    kept+=("$service: bucket $bucket")
    echo "$service: its files are in the bucket $bucket, which is backed up as its provider says"
    continue
  fi
  archive=$backup-files-$service.tar.gz
  # tar ends with 1 when a file was removed meanwhile, which is no fault of the back-up.
  in_service 'mkdir -p "$FILES_DIRECTORY/kept"; tar -C "$FILES_DIRECTORY" -cf - kept || [ $? -eq 1 ]' | gzip > "$archive.tmp"
  count=$(gunzip -c "$archive.tmp" | tar -tf - | awk '!/\/$/' | wc -l)
  keep "$archive"
  bytes=$((bytes + $(stat -c %s "$archive")))
  kept+=("${archive##*/}")
  echo "$archive: $count files"
done
note files "${kept[*]}" "$taken" "$bytes"
