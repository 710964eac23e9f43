package io.cinema.auth.bootstrap.config.source;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The variables of this process that are ours. */
final class Variables {
  private static final String OURS = "AUTH_";

  /** What Kubernetes sets in every container, of a Service that is named auth. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

  private static final Pattern LINK_OF_KUBERNETES = Pattern.compile("(tcp|udp|sctp)://.*");

  private Variables() {}

  /** All of them. */
  static Map<String, String> ours(Map<String, String> environment) {
    return only(environment, variable -> variable.getKey().startsWith(OURS));
  }

  /** Those by which somebody wanted to tell us something. */
  static Map<String, String> telling(Map<String, String> ours) {
    return only(
        ours,
        variable ->
            !variable.getValue().isBlank()
                && !isOfKubernetes(variable.getKey(), variable.getValue()));
  }

  private static Map<String, String> only(
      Map<String, String> variables, Predicate<Map.Entry<String, String>> which) {
    return variables.entrySet().stream()
        .filter(which)
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
  }

  private static boolean isOfKubernetes(String name, String value) {
    return OF_KUBERNETES.matcher(name).matches()
        || (name.endsWith("_PORT") && LINK_OF_KUBERNETES.matcher(value).matches());
  }
}
