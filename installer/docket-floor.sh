#!/bin/sh
# Starts the floor with the options of `./docket serve`: --demo --port N --home DIR --bind ADDRESS.
#
# `docket-floor prepare`, once after unpacking and after each update of Java, keeps what every start reads, links and
# compiles anew in floor.aot beside this folder, or where DOCKET_AOT says: later starts take about half the time.
# A cache of another Java is left aside.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cache=${DOCKET_AOT:-$here/floor.aot}
CLASSPATH=$(printf '%s:' "$here"/lib/*.jar)
export CLASSPATH ORT_DISABLE_TELEMETRY=1 DOCKET_BUILD='@build@'
flags="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xms128m -Xmx1g -XX:+ExitOnOutOfMemoryError"

# Starts a floor in a home of its own, stops it when it is ready, and keeps what it had loaded.
prepare() {
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  chmod 755 "$work"
  echo "Starting a floor once to see what it loads; this takes a minute."
  # shellcheck disable=SC2086 # the flags are several words
  "$java" $flags ${DOCKET_JAVA_OPTS:-} "-XX:AOTCacheOutput=$work/floor.aot" dev.docket.backend.Floor \
    --home "$work/home" --port 0 >"$work/log" 2>&1 &
  floor=$!
  until grep -q 'Docket is ready' "$work/log"; do
    kill -0 "$floor" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 1
  done
  kill -TERM "$floor"
  wait "$floor" || true
  [ -f "$work/floor.aot" ] || { cat "$work/log" >&2; echo "docket-floor: this Java made no cache" >&2; exit 1; }
  mv "$work/floor.aot" "$cache"
  echo "Later starts read $cache."
}

if [ "${1:-}" = prepare ]; then
  prepare
  exit 0
fi
[ ! -r "$cache" ] || flags="$flags -XX:AOTCache=$cache -Xlog:aot*=error"
# shellcheck disable=SC2086
exec "$java" $flags ${DOCKET_JAVA_OPTS:-} dev.docket.backend.Floor "$@"
