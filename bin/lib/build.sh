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

is_built() {
  [[ -f $stamp && -n $(newest_jar auth-bootstrap) && -n $(newest_jar auth-devkit) ]] &&
    [[ -z $(find pom.xml ./*/pom.xml ./*/src/main docs/problems auth-adapter-rest/openapi* -newer "$stamp" -print -quit) ]]
}

build() {
  local status
  # Another of these scripts may be at it. Not everywhere is there a flock: there they had better not meet.
  mkdir -p auth-bootstrap/target
  exec 7>auth-bootstrap/target/build.lock
  if command -v flock >/dev/null && ! flock -n 7; then
    echo "$program: waiting for another build…"
    flock 7
  fi
  if is_built; then
    exec 7>&-
    return
  fi
  echo "$program: building…"
  touch "$scratch/stamp"
  rm -rf auth-bootstrap/target/lib auth-devkit/target/lib "$stamp"
  mvn -q -ntp -Dmaven.test.skip=true package -pl auth-bootstrap,auth-devkit -am \
    </dev/null >"$scratch/build.log" 2>&1 7>&- &
  child=$!
  await && status=0 || status=$?
  if [[ $status -gt 128 ]]; then
    exit "$status"
  elif [[ $status -ne 0 ]]; then
    cat "$scratch/build.log" >&2
    fail "the build failed"
  fi
  mv "$scratch/stamp" "$stamp"
  exec 7>&-
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
