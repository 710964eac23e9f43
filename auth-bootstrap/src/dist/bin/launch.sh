# shellcheck shell=sh
# Sourced by the programs beside it: finds the installation and a JVM, and starts one of its main classes.

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
  version=$(java_version)
  [ "${version:-0}" -ge 25 ] || fail "$java is Java ${version:-of an unknown version}: set JAVA_HOME to Java 25 or newer"
}

# From the file beside it, which takes no JVM; all but a few packagers have it.
java_version() {
  release=$(dirname "$(dirname "$(readlink -f "$java")")")/release
  if [ -r "$release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release"
  else
    "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
  fi
}

# What the JVM learned is of use to the very jars it was learned of.
is_learned() { # <AOT cache>
  [ -s "$1" ] && [ -z "$(find "$home/lib" -name '*.jar' -newer "$1" 2>/dev/null | head -n 1)" ]
}

# Runs a main class once for the JVM to keep what it learns. Where that can't be done all works as well, and starts slower.
learn() { # <name of the AOT cache> <name of the options> <main class> [argument]…
  cache=$aot/$1.aot
  fresh=$cache.$$
  options=$2
  shift 2
  if "$java" "@$home/jvm/$options.options" -XX:AOTCacheOutput="$fresh" -cp "$class_path" "$@" \
    </dev/null >"$fresh.log" 2>&1 && [ -s "$fresh" ]; then
    mv -f "$fresh" "$cache"
    rm -f "$fresh.log" "$fresh.config"
  else
    # Why is told by what is started after this.
    rm -f "$fresh" "$fresh.log" "$fresh.config"
    return 1
  fi
}

start() { # <name of the AOT cache> <main class> [argument]…
  cache=$aot/$1.aot
  main=$2
  shift 2
  # shellcheck disable=SC2086 # several options, by spaces
  if is_learned "$cache"; then
    exec "$java" "@$home/jvm/$program.options" -XX:AOTCache="$cache" ${AUTH_JAVA_OPTS:-} -cp "$class_path" "$main" "$@"
  else
    exec "$java" "@$home/jvm/$program.options" ${AUTH_JAVA_OPTS:-} -cp "$class_path" "$main" "$@"
  fi
}

find_java
class_path=$home/lib/auth-bootstrap-${project.version}.jar
aot=${AUTH_AOT_DIR:-$home/cache}
if [ -z "${AUTH_CONFIG_FILE:-}" ] && [ -f "$home/conf/auth.env" ]; then
  export AUTH_CONFIG_FILE="$home/conf/auth.env"
fi
