#!/usr/bin/env bash
# deploy/restore.sh <file>: puts a back-up of deploy/backup.sh, named by its zd-….sql.gz, into a Postgres that has no database yet and into the
# volumes of files, and compares the rows of every table and the bytes of every file with the back-up. Starts no service. docs/operators/backup.md
set -euo pipefail
file=$(realpath "${1:?usage: deploy/restore.sh <file>}")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sql() { docker compose exec -T postgres psql -X -q -U postgres -v ON_ERROR_STOP=1 "$@"; }
archives=("${file%.sql.gz}"-files-*.tar.gz)
[ -e "${archives[0]}" ] || archives=()

# First the back-up is read to its end: nothing is begun with one that is broken.
gunzip -c "$file" | awk -f deploy/dump-rows.awk | sort > "$work/expected"
for archive in "${archives[@]}"; do
  gunzip -c "$archive" | tar -tf - > /dev/null || { echo "$archive breaks off" >&2; exit 1; }
done

docker compose up -d --wait postgres
if [ -n "$(sql -At -d postgres -c "SELECT 1 FROM pg_database WHERE datname = 'zero_distance'" < /dev/null)" ]; then
  echo "there is a database already, and it is not touched: give COMPOSE_PROJECT_NAME a new name, which means new volumes" >&2
  exit 1
fi

# One line of it does not fit: a new cluster has its superuser.
gunzip -c "$file" | sed '1,/^CREATE ROLE postgres;$/{/^CREATE ROLE postgres;$/d;}' | sql -o /dev/null -d postgres
sql -d zero_distance -c ANALYZE < /dev/null

awk -F '\t' -v q="'" '{ print "SELECT " q $1 q ", count(*) FROM ONLY " $1 ";" }' "$work/expected" > "$work/count.sql"
sql -At -F $'\t' -d zero_distance < "$work/count.sql" | sort > "$work/restored"
if ! diff "$work/expected" "$work/restored"; then
  echo "NOT restored: the rows differ from the back-up (< in the back-up, > restored)" >&2
  exit 1
fi
echo "restored: the rows of all $(wc -l < "$work/expected") tables are those of the back-up"

# tar_in_volume OPTION: in a container of the service, as its user, with the volume of its files.
tar_in_volume() { gunzip -c "$archive" | docker compose run --rm --no-deps -T "$service" sh -c "exec tar -C \"\$FILES_DIRECTORY\" $1 -f -"; }
for archive in "${archives[@]}"; do
  service=${archive##*-files-}
  service=${service%.tar.gz}
  tar_in_volume -x
  tar_in_volume -d || { echo "NOT restored: the files of $service differ from the back-up" >&2; exit 1; }
  echo "restored: the files of $service are those of the back-up"
done
[ ${#archives[@]} -gt 0 ] || echo "no files: there is no ${file%.sql.gz}-files-….tar.gz beside the back-up of the database"
