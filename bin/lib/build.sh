# shellcheck shell=bash
# Sourced, in the repository: builds what bin/run and bin/auth-cli start, and tells its class path. Whoever sources it
# has a `fail`, an empty $child and a directory $scratch, and traps signals with `interrupt`.

stamp=auth-bootstrap/target/run.stamp

newest_jar() { # <module>
  find "$1/target" -maxdepth 1 -name "$1-*.jar" -exec ls -t {} + 2>/dev/null | head -n 1
}

class_path() { # <module>
  local IFS=: jars
  jars=("$(newest_jar "$1")" "$1"/target/lib/*.jar)
  echo "${jars[*]}"
}

is_complete() {
  [[ -f $stamp && -n $(newest_jar auth-bootstrap) && -n $(newest_jar auth-devkit) ]]
}

is_built() {
  is_complete &&
    [[ -z $(find pom.xml ./*/pom.xml ./*/src/main docs/problems auth-adapter-rest/openapi* -newer "$stamp" -print -quit) ]]
}

has_flock() {
  command -v flock >/dev/null
}

# Builds what has changed, and sees to it that nobody builds again while fd 7 is open, which all children close: the jars
# are not pulled from under a service that runs. Where somebody else's does, what is built has to do. Not everywhere is
# there a flock: there these scripts had better not meet.
claim_build() {
  local waiting=
  mkdir -p auth-bootstrap/target
  exec 7>auth-bootstrap/target/build.lock
  if ! has_flock; then
    is_built || build
    return
  fi
  while :; do
    if is_built; then
      lock -s
      ! is_complete || return 0
    elif flock -n 7; then
      is_built || build
      lock -s
      ! is_complete || return 0
    elif flock -n -s 7 && is_complete; then
      echo "$program: what is built is in use: going on with it, without what has changed since" >&2
      return 0
    else
      [[ -n $waiting ]] || echo "$program: waiting for another build…"
      waiting=1
      lock -s
      # Not kept: one of those who waited has to build, should the other have failed.
      flock -u 7
      sleep 0.1
    fi
  done
}

# As a child, which a signal can end.
lock() { # <option of flock>
  local status
  flock "$1" 7 &
  child=$!
  await && status=0 || status=$?
  child=
  [[ -z $stopped ]] || exit 143
  [[ $status -eq 0 ]] || fail "auth-bootstrap/target/build.lock can't be locked"
}

build() {
  local status
  echo "$program: building…"
  touch "$scratch/stamp"
  rm -rf auth-bootstrap/target/lib auth-devkit/target/{lib,opensearch} "$stamp"
  mvn -q -ntp -Dmaven.test.skip=true package -pl auth-bootstrap,auth-devkit -am \
    </dev/null >"$scratch/build.log" 2>&1 7>&- &
  child=$!
  await && status=0 || status=$?
  child=
  if [[ $status -gt 128 ]]; then
    exit "$status"
  elif [[ $status -ne 0 ]]; then
    cat "$scratch/build.log" >&2
    fail "the build failed"
  fi
  mv "$scratch/stamp" "$stamp"
}

# Whether what the JVM learned is of the jars that are there.
is_trained() { # <AOT cache>
  [[ -f $1 && -z $(find auth-bootstrap/target -maxdepth 2 -name '*.jar' -newer "$1" -print -quit) ]]
}

# Waits for $child and returns its status. A signal is passed on, and its answer waited for too.
await() {
  local status
  while :; do
    interrupted=
    wait "$child" && status=0 || status=$?
    [[ -n $interrupted ]] || return "$status"
  done
}

interrupt() {
  interrupted=1 stopped=1
  if [[ -n $child ]]; then
    kill -TERM "$child" 2>/dev/null || true
  else
    exit 143
  fi
}
