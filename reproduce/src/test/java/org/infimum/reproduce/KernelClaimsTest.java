package org.infimum.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelClaimsTest {
  @TempDir private Path folder = Path.of("");

  /** Times are not asserted, only what does not depend on them. */
  @Test
  void lowRankProductsAreChosenAndCertifiedWithoutData() {
    List<String> log = new ArrayList<>();
    Run run = Run.builder().threads(1).seed(1).build();
    Outcome outcome = new LowRankProducts(512).run(new ExperimentContext(run, null, log::add));
    assertEquals(5, log.size());
    for (String line : log) {
      boolean factors = line.contains("n   512") && !line.startsWith("normal");
      assertEquals(factors, line.contains("factors  rank"), line);
    }
    assertTrue(Double.isFinite(outcome.measured()));
    assertTrue(outcome.notes().contains("MNIST digits are not there"), outcome.notes());
  }

  @Test
  void stoppedRunsDoNotHoldAndSaySo() {
    Run cancelled = Run.unlimited();
    cancelled.cancel();
    for (Experiment experiment : List.of(new LowRankProducts(), new OnlineSoftmax())) {
      Outcome outcome = experiment.run(new ExperimentContext(cancelled, null, line -> {}));
      assertFalse(outcome.holds());
      assertTrue(outcome.notes().contains("stopped"), outcome.notes());
    }
  }

  @Test
  void theSpectrumIsTheOneAskedFor() {
    int n = 64;
    float[] a = TestMatrices.withSpectrum(n, i -> i < 3 ? 2.0 : 0.0, 7);
    double trace = 0.0;
    double fourth = 0.0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dot = 0.0;
        for (int k = 0; k < n; k++) {
          dot += (double) a[i * n + k] * a[j * n + k];
        }
        trace += i == j ? dot : 0.0;
        fourth += dot * dot;
      }
    }
    // Three singular values of 2: the traces of A'A and of its square are 12 and 48.
    assertEquals(12.0, trace, 1e-4);
    assertEquals(48.0, fourth, 1e-3);
  }

  @Test
  void imagesAreReadAsGreyLevels() throws Exception {
    Path file = Files.createDirectories(folder.resolve("mnist")).resolve("images-idx3-ubyte.gz");
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(0x803);
      out.writeInt(3);
      out.writeInt(2);
      out.writeInt(1);
      out.write(new byte[] {0, 51, (byte) 255, 1, 2, 3});
    }
    Mnist.Images images = Mnist.load(folder, 2);
    assertTrue(images != null && images.count() == 2 && images.pixels() == 2);
    assertEquals(0.2f, images.images()[1]);
    assertEquals(1.0f, images.images()[2]);
    assertTrue(Mnist.load(folder.resolve("elsewhere"), 2) == null);
  }
}
