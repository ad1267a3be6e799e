package org.infimum.bench.arrays;

import java.util.ArrayList;
import java.util.List;
import org.infimum.linalg.random.RandomStream;
import org.infimum.linalg.transform.DoubleFft;
import org.infimum.linalg.transform.DoubleHadamard;
import org.infimum.linalg.transform.DoubleRealFft;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import org.jtransforms.fft.DoubleFFT_1D;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/** Transforms beside JTransforms and beside a plain loop. */
public final class TransformTable {
  private static final int[] LENGTHS = {256, 1000, 1024, 4096, 10_000, 65_536, 1_048_576, 10_007};

  /** Elements that are transformed in a piece of work. */
  private static final int ELEMENTS = 1 << 20;

  private TransformTable() {}

  /** Times all lengths. */
  public static Table measure(int rounds) {
    ConcurrencyUtils.setNumberOfThreads(1);
    List<List<String>> rows = new ArrayList<>();
    for (int n : LENGTHS) {
      rows.add(complex(n, rounds));
      rows.add(real(n, rounds));
      if (Integer.bitCount(n) == 1) {
        rows.add(hadamard(n, rounds));
      }
    }
    return new Table(
        "Transforms of doubles",
        List.of("transform", "n", "time of one", "beside", "its time", "other / infimum"),
        rows);
  }

  private static List<String> complex(int n, int rounds) {
    int times = Math.max(1, ELEMENTS / n);
    double[] re = normal(n);
    double[] im = normal(n);
    double[] pairs = normal(2 * n);
    DoubleFft own = new DoubleFft(n);
    DoubleFFT_1D peer = new DoubleFFT_1D(n);
    double scale = 1.0 / Math.sqrt(n);
    double[] seconds =
        ProcessorTime.medians(
            rounds,
            List.of(
                () -> {
                  for (int t = 0; t < times; t++) {
                    own.forward(re, im, 0);
                    scale(re, scale);
                    scale(im, scale);
                  }
                },
                () -> {
                  for (int t = 0; t < times; t++) {
                    peer.complexForward(pairs);
                    scale(pairs, scale);
                  }
                }));
    return row("complex Fourier", n, "JTransforms", times, seconds);
  }

  private static List<String> real(int n, int rounds) {
    int times = Math.max(1, ELEMENTS / n);
    double[] x = normal(n);
    double[] re = new double[n / 2 + 1];
    double[] im = new double[n / 2 + 1];
    double[] packed = new double[n];
    DoubleRealFft own = new DoubleRealFft(n);
    DoubleFFT_1D peer = new DoubleFFT_1D(n);
    double[] seconds =
        ProcessorTime.medians(
            rounds,
            List.of(
                () -> {
                  for (int t = 0; t < times; t++) {
                    own.forward(x, 0, re, im);
                  }
                },
                () -> {
                  for (int t = 0; t < times; t++) {
                    System.arraycopy(x, 0, packed, 0, n);
                    peer.realForward(packed);
                  }
                }));
    return row("real Fourier", n, "JTransforms", times, seconds);
  }

  private static List<String> hadamard(int n, int rounds) {
    int times = Math.max(1, ELEMENTS / n);
    double[] x = normal(n);
    double[] y = x.clone();
    double scale = 1.0 / Math.sqrt(n);
    double[] seconds =
        ProcessorTime.medians(
            rounds,
            List.of(
                () -> {
                  for (int t = 0; t < times; t++) {
                    DoubleHadamard.transform(n, x, 0);
                    scale(x, scale);
                  }
                },
                () -> {
                  for (int t = 0; t < times; t++) {
                    plainHadamard(y);
                    scale(y, scale);
                  }
                }));
    return row("Walsh-Hadamard", n, "plain loop", times, seconds);
  }

  /** The textbook loop, one stage after the other. */
  private static void plainHadamard(double[] x) {
    for (int h = 1; h < x.length; h *= 2) {
      for (int b = 0; b < x.length; b += 2 * h) {
        for (int i = b; i < b + h; i++) {
          double a = x[i];
          double c = x[i + h];
          x[i] = a + c;
          x[i + h] = a - c;
        }
      }
    }
  }

  /** Keeps repeated transforms from growing; both contestants pay for it. */
  private static void scale(double[] x, double factor) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  private static double[] normal(int n) {
    double[] x = new double[n];
    RandomStream.of(n).fillGaussian(x, 0, n, 0);
    return x;
  }

  private static List<String> row(
      String transform, int n, String other, int times, double[] seconds) {
    return List.of(
        transform,
        Integer.toString(n),
        Numbers.compact(1e6 * seconds[0] / times) + " us",
        other,
        Numbers.compact(1e6 * seconds[1] / times) + " us",
        Numbers.compact(seconds[1] / seconds[0]) + " x");
  }
}
