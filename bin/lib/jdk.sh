# shellcheck shell=bash
# Sourced: finds a JDK 25 or newer, exports JAVA_HOME and puts it first in PATH, or ends the script.

jdk_version() { # <java home>: its feature version, or nothing if it is no JDK
  [[ -x $1/bin/javac && -r $1/release ]] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
  local javac
  [[ -z ${JAVA_HOME:-} ]] || echo "$JAVA_HOME"
  if javac=$(command -v javac); then
    javac=$(readlink -f "$javac" 2>/dev/null || echo "$javac")
    echo "${javac%/bin/javac}"
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/* "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
}

find_jdk() {
  local home version
  while IFS= read -r home; do
    version=$(jdk_version "$home") || continue
    if [[ ${version:-0} -ge 25 ]]; then
      echo "$home"
      return
    fi
    # Nobody hears the rest once one is found, and some are started with SIGPIPE ignored.
  done < <(jdk_candidates 2>/dev/null)
  return 1
}

if ! JAVA_HOME=$(find_jdk); then
  echo "$0: no JDK 25 found; install one (for example Eclipse Temurin 25) or set JAVA_HOME to it" >&2
  exit 1
fi
export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"

if ! command -v mvn >/dev/null; then
  echo "$0: no mvn found; install Apache Maven 3.8.7 or newer" >&2
  exit 1
fi
