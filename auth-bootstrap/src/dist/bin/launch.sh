# shellcheck shell=sh
# Sourced by the programs beside it, who say $program and $home: finds a JVM, and starts one of our main classes.

fail() {
  echo "$program: $*" >&2
  exit 78
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no bin/java: set it to a Java 25 or newer"
  else
    java=$(command -v java) || fail "no Java found: install Java 25 or newer, or set JAVA_HOME to one"
  fi
  release=$(dirname "$(dirname "$(readlink -f "$java")")")/release
  version=$(java_version)
  [ "${version:-0}" -ge 25 ] || fail "$java is Java ${version:-of an unknown version}: set JAVA_HOME to Java 25 or newer"
}

# From the file beside it, which takes no JVM; all but a few packagers have it.
java_version() {
  found=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2>/dev/null || true)
  if [ -z "$found" ]; then
    found=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
  fi
  echo "$found"
}

# What the JVM learned is of use to the very JVM, jars and options that it was learned with. Another of them is as if there
# were none: the JVM would say so at each start, and learn nothing new.
name_caches() {
  aot=${AUTH_AOT_DIR:-$home/cache}
  learned_with=$({
    cat "$release" 2>/dev/null || echo "$java"
    wc -c "$home"/lib/*.jar
    cat "$home"/jvm/*.options
    options_that_count
  } | cksum | tr ' ' -)
}

# Sizes and properties may differ.
options_that_count() {
  set -f
  for option in ${AUTH_JAVA_OPTS:-}; do
    case $option in
      -D* | -Xm[nsx]* | -Xss* | -XX:*RAMPercentage=*) ;;
      *) echo "$option" ;;
    esac
  done
  set +f
}

cache_of() { # <what was learned>
  echo "$aot/$1-$learned_with.aot"
}

# There, or there as an empty file, which says that this JVM can't.
is_learned() { # <what>
  [ -e "$(cache_of "$1")" ]
}

can_learn() {
  [ "$aot" != off ] && mkdir -p "$aot" 2>/dev/null && [ -w "$aot" ]
}

# Runs a main class once for the JVM to keep what it learns, and returns its status. Without it all works as well, and
# starts slower. A signal ends it, and this script.
learn() { # <what> <name of the options> <main class> [argument]…
  what=$1
  cache=$(cache_of "$what")
  fresh=$cache.$$
  options=$home/jvm/$2.options
  shift 2
  trap 'interrupted 130' INT
  trap 'interrupted 143' TERM
  trap 'interrupted 129' HUP
  set -f
  # shellcheck disable=SC2086 # several options, by spaces
  "$java" "@$options" ${AUTH_JAVA_OPTS:-} -XX:AOTCacheOutput="$fresh" -cp "$class_path" "$@" </dev/null >"$fresh.log" 2>&1 &
  child=$!
  set +f
  wait "$child" && status=0 || status=$?
  trap - INT TERM HUP
  if [ "$status" -eq 0 ]; then
    rm -f "$aot/$what"-[0-9]*.aot
    [ -s "$fresh" ] || : >"$fresh"
    mv -f "$fresh" "$cache"
  elif [ -n "${aloud:-}" ]; then
    cat "$fresh.log" >&2
  fi
  forget
  return "$status"
}

interrupted() { # <status>
  trap '' INT TERM HUP
  # The shell would say what it ended of, perhaps to nobody who still reads it: that would end this too.
  { kill -TERM "$child" && wait "$child"; } 2>/dev/null || true
  forget
  exit "$1"
}

forget() {
  rm -f "$fresh" "$fresh.log" "$fresh.config"
}

start() { # <what was learned> <main class> [argument]…
  cache=$(cache_of "$1")
  shift
  set -f
  # shellcheck disable=SC2086 # several options, by spaces
  if [ -s "$cache" ]; then
    exec "$java" "@$home/jvm/$program.options" -XX:AOTCache="$cache" ${AUTH_JAVA_OPTS:-} -cp "$class_path" "$@"
  else
    exec "$java" "@$home/jvm/$program.options" ${AUTH_JAVA_OPTS:-} -cp "$class_path" "$@"
  fi
}

find_java
name_caches
class_path=$home/lib/auth-bootstrap-${project.version}.jar
if [ -z "${AUTH_CONFIG_FILE:-}" ] && [ -f "$home/conf/auth.env" ]; then
  export AUTH_CONFIG_FILE="$home/conf/auth.env"
fi
