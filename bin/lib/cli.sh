# shellcheck shell=bash
# Sourced after build.sh: how the JVM of the command line is started, and what it learns once after a build.

# What the distribution starts with as well.
cli_jvm=(@auth-bootstrap/src/dist/jvm/auth-cli.options)
cli_aot=auth-bootstrap/target/auth-cli.aot
# For help and the like. Smaller: all that is in a cache is linked at every start.
cli_help_aot=auth-bootstrap/target/auth-cli-help.aot
# There when it was learned with backends at hand: bin/run sees to that.
cli_trained=auth-bootstrap/target/auth-cli.trained

# Whether it has learned anything of the jars that are there.
has_cli_learned() {
  is_trained "$cli_aot" && [[ -f $cli_help_aot ]]
}

is_cli_trained() {
  [[ -f $cli_trained ]] && has_cli_learned
}

# Runs the command line, so that the JVM keeps what it learns. Never prints. Where it can't be done an empty cache says
# so, and all works as well, and slower.
train_cli() {
  rm -f "$cli_trained"
  cli_learn "$cli_help_aot" help || true
  if cli_learn "$cli_aot" || [[ -n $backends ]]; then
    [[ -n $stopped ]] || : >"$cli_trained"
  fi
}

cli_learn() { # <AOT cache> [what]: returns the status of what was run
  local cache=$1 fresh=$1.$$ status
  shift
  [[ -z $stopped ]] || return 1
  java "${cli_jvm[@]}" -XX:AOTCacheOutput="$fresh" -cp "$(class_path auth-bootstrap)" \
    io.cinema.auth.bootstrap.AuthCliTraining "$@" </dev/null >/dev/null 2>&1 7>&- 8<&- 9>&- &
  child=$!
  await && status=0 || status=$?
  child=
  if [[ -z $stopped ]]; then
    [[ -s $fresh ]] || : >"$fresh"
    mv -f "$fresh" "$cache"
  fi
  rm -f "$fresh" "$fresh.config"
  return "$status"
}
