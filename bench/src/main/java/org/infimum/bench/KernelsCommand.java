package org.infimum.bench;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;

/** Runs the JMH benchmarks of factorizations, dense kernels and readers. */
@CommandLine.Command(
    name = "kernels",
    description = "Runs the JMH benchmarks of factorizations, dense kernels and readers.",
    footer = "Example: infimum bench kernels LdlFactor")
final class KernelsCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      arity = "0..1",
      paramLabel = "REGEX",
      description = "The benchmarks in whose name this occurs (all).")
  private String include = "org.infimum.bench.kernels";

  @Override
  public Integer call() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(include)
            .jvmArgsAppend("--add-modules", "jdk.incubator.vector")
            .build();
    new Runner(options).run();
    return 0;
  }
}
