package io.cinema.auth.devkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * The process of one {@link OpenSearchServer}: {@code OpenSearchNode <directory> <port>}. It ends
 * when its standard input does, and so cannot outlive whoever started it.
 */
final class OpenSearchNode {

  /** HTTP, and what takes text apart into words; nothing else is asked for here. */
  private static final String MODULES =
      "org.opensearch.transport.Netty4ModulePlugin,org.opensearch.analysis.common.CommonAnalysisModulePlugin";

  private OpenSearchNode() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Files.writeString(
        OpenSearchServer.pidFileIn(directory), Long.toString(ProcessHandle.current().pid()));
    OpenSearchRunner runner = new OpenSearchRunner();
    runner
        .onBuild(
            (_, settings) -> {
              settings.put("discovery.type", "single-node");
              settings.put("network.host", "127.0.0.1");
              settings.put("http.port", args[1]);
              settings.put("transport.port", "0");
              // It counts garbage as used: with a small heap it would refuse what there is room
              // for.
              settings.put("indices.breaker.total.use_real_memory", false);
              // A full disk of a developer is no reason to refuse films.
              settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            })
        .build(
            OpenSearchRunner.newConfigs()
                .clusterName("auth-devkit")
                .numOfNode(1)
                .basePath(directory.resolve("cluster").toString())
                .moduleTypes(MODULES)
                .useLogger());
    long _ = System.in.transferTo(OutputStream.nullOutputStream());
    runner.close();
    System.exit(0);
  }
}
