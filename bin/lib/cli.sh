# shellcheck shell=bash
# Sourced after build.sh: how the JVM of the command line is started, and what it learns once after a build.

# Most commands are over before a better compiler or collector would pay.
cli_jvm=(-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
cli_aot=auth-bootstrap/target/auth-cli.aot
# There when it was learned with backends at hand: bin/run sees to that.
cli_trained=auth-bootstrap/target/auth-cli.trained

is_cli_trained() {
  [[ -f $cli_trained ]] && is_trained "$cli_aot"
}

# Runs the command line once, so that the JVM keeps what it learns. Never prints. Where it can't be done an empty cache
# says so, and all works as well, and slower.
train_cli() {
  local fresh=$cli_aot.$$ status
  rm -f "$cli_trained"
  java "${cli_jvm[@]}" -XX:AOTCacheOutput="$fresh" -cp "$(class_path auth-bootstrap)" \
    io.cinema.auth.bootstrap.AuthCliTraining </dev/null >/dev/null 2>&1 8<&- 9>&- &
  child=$!
  await && status=0 || status=$?
  child=
  if [[ -z $stopped ]]; then
    [[ -s $fresh ]] || : >"$fresh"
    mv -f "$fresh" "$cli_aot"
    [[ $status -ne 0 && -z $backends ]] || : >"$cli_trained"
  fi
  rm -f "$fresh" "$fresh.config"
}
