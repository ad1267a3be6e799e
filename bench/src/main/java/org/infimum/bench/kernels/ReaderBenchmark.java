package org.infimum.bench.kernels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.convex.io.ReadProblem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading an MPS file from memory, plain and compressed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {
  /** The Netlib LP. */
  @Param({"afiro", "d2q06c", "maros-r7", "osa-14"})
  public String instance = "";

  private byte[] compressed = new byte[0];
  private byte[] plain = new byte[0];

  /** Loads the file. */
  @Setup
  public void load() throws IOException {
    compressed = Files.readAllBytes(NewtonMatrices.file(instance));
    try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      plain = text.readAllBytes();
    }
    System.out.printf("%,d bytes%n", plain.length);
  }

  /** Plain text. */
  @Benchmark
  public ReadProblem plain() {
    return read(plain);
  }

  /** Compressed text. */
  @Benchmark
  public ReadProblem compressed() {
    return read(compressed);
  }

  private ReadProblem read(byte[] bytes) {
    return ProblemFiles.read(new ByteArrayInputStream(bytes), instance, ReadOptions.strict());
  }
}
