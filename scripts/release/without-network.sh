#!/usr/bin/env bash
# without-network.sh <unpacked archive> <data> <commands>: run in a network namespace of its own. Starts the system with what is in the archive
# and nothing else, does the commands and asks the doctor.
set -euo pipefail
unpacked=$1 data=$2 commands=$3
ip link set lo up
if [ -n "$(ip route show)" ]; then
  echo "there is a network here: nothing would be proven" >&2
  exit 1
fi
"$unpacked/start" --data "$data" &
started=$!
trap 'kill "$started" 2> /dev/null; wait "$started" || true' EXIT
until [ -e "$data/demo.env" ]; do
  kill -0 "$started" 2> /dev/null || { echo "it did not start" >&2; exit 1; }
  sleep 0.5
done
PATH="$unpacked/bin:$PATH" bash "$commands"
"$unpacked/doctor" --data "$data" --only services --only versions --only outbox --only consumers --only dead-letters
echo "it runs without a network"
