package org.infimum.convex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infimum.linalg.SparseMatrix;

/** Random points inside cones and their duals, and programs built from them. */
final class RandomCones {
  private RandomCones() {}

  /** A few cones of each family, after equalities and inequalities. */
  static List<Cone> mixed(Random random) {
    List<Cone> cones = new ArrayList<>();
    cones.add(new ZeroCone(1 + random.nextInt(3)));
    cones.add(new NonnegativeCone(random.nextInt(4)));
    List<Cone> curved =
        List.of(
            new SecondOrderCone(1),
            new SecondOrderCone(3),
            new SecondOrderCone(8),
            new RotatedSecondOrderCone(2),
            new RotatedSecondOrderCone(5),
            new SemidefiniteCone(1),
            new SemidefiniteCone(2),
            new SemidefiniteCone(3),
            new SemidefiniteCone(6),
            new ExponentialCone(),
            new DualCone(new ExponentialCone()),
            new PowerCone(0.1 + 0.8 * random.nextDouble()),
            new DualCone(new PowerCone(0.3)));
    for (Cone cone : curved) {
      for (int copies = random.nextInt(3); copies > 0; copies--) {
        cones.add(cone);
      }
    }
    return cones;
  }

  /** A program with strictly feasible primal and dual points, so that both have optima. */
  static ConicProgram solvable(Random random, List<Cone> cones, int n) {
    double[] x = normal(random, n);
    SparseMatrix a = matrix(random, rows(cones), n);
    double[] s = new double[a.rows()];
    double[] z = new double[a.rows()];
    interior(random, cones, s, z);
    a.multiplyAdd(1.0, x, s);
    double[] q = new double[n];
    a.transposeMultiplyAdd(-1.0, z, q);
    return ConicProgram.conic(q, a, s, cones).build();
  }

  /** A program whose rows a z inside the dual cone refutes: {@code A'z = 0, b'z < 0}. */
  static ConicProgram infeasible(Random random, List<Cone> cones, int n) {
    double[] s = new double[rows(cones)];
    double[] z = new double[s.length];
    interior(random, cones, s, z);
    double squared = dot(z, z);
    double[][] columns = new double[n][];
    for (int j = 0; j < n; j++) {
      columns[j] = normal(random, z.length);
      addMultiple(columns[j], -dot(columns[j], z) / squared, z);
    }
    double[] b = normal(random, z.length);
    addMultiple(b, -(dot(b, z) + 1.0 + random.nextDouble()) / squared, z);
    return ConicProgram.conic(normal(random, n), dense(columns, z.length), b, cones).build();
  }

  /** A program with a feasible point and a direction inside the recession cone that gains. */
  static ConicProgram unbounded(Random random, List<Cone> cones, int n) {
    int m = rows(cones);
    double[] direction = normal(random, n);
    double[] s = new double[m];
    interior(random, cones, s, new double[m]);
    double squared = dot(direction, direction);
    double[][] columns = new double[n][];
    for (int j = 0; j < n; j++) {
      columns[j] = normal(random, m);
    }
    double[] image = new double[m];
    for (int j = 0; j < n; j++) {
      addMultiple(image, direction[j], columns[j]);
    }
    // A direction = -s: rank-one correction
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        columns[j][i] -= (image[i] + s[i]) * direction[j] / squared;
      }
    }
    double[] b = new double[m];
    interior(random, cones, b, new double[m]);
    double[] q = normal(random, n);
    addMultiple(q, -(dot(q, direction) + 1.0) / squared, direction);
    return ConicProgram.conic(q, dense(columns, m), b, cones).build();
  }

  static int rows(List<Cone> cones) {
    return cones.stream().mapToInt(Cone::dimension).sum();
  }

  private static double[] normal(Random random, int n) {
    return random.doubles(n, -1.0, 1.0).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0.0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addMultiple(double[] y, double factor, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * x[i];
    }
  }

  private static SparseMatrix matrix(Random random, int m, int n) {
    double[][] columns = new double[n][m];
    for (double[] column : columns) {
      for (int i = 0; i < m; i++) {
        column[i] = random.nextInt(2) == 0 ? random.nextGaussian() : 0.0;
      }
    }
    return dense(columns, m);
  }

  private static SparseMatrix dense(double[][] columns, int m) {
    int[] starts = new int[columns.length + 1];
    int[] indices = new int[m * columns.length];
    double[] values = new double[indices.length];
    int at = 0;
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < m; i++) {
        if (columns[j][i] != 0.0) {
          indices[at] = i;
          values[at++] = columns[j][i];
        }
      }
      starts[j + 1] = at;
    }
    return new SparseMatrix(
        m, columns.length, starts, Arrays.copyOf(indices, at), Arrays.copyOf(values, at));
  }

  /** Fills s with a point inside the cones and z with one inside their duals. */
  static void interior(Random random, List<Cone> cones, double[] s, double[] z) {
    int at = 0;
    for (Cone cone : cones) {
      double[] primal = new double[cone.dimension()];
      double[] dual = new double[cone.dimension()];
      interior(random, cone, primal, dual);
      System.arraycopy(primal, 0, s, at, primal.length);
      System.arraycopy(dual, 0, z, at, dual.length);
      at += cone.dimension();
    }
  }

  private static void interior(Random random, Cone cone, double[] s, double[] z) {
    switch (cone) {
      case ZeroCone ignored -> System.arraycopy(normal(random, z.length), 0, z, 0, z.length);
      case NonnegativeCone ignored -> {
        for (int i = 0; i < s.length; i++) {
          s[i] = positive(random);
          z[i] = positive(random);
        }
      }
      case IntervalCone ignored -> throw new IllegalArgumentException("intervals have no interior");
      case SecondOrderCone ignored -> {
        lorentz(random, s);
        lorentz(random, z);
      }
      case RotatedSecondOrderCone ignored -> {
        rotated(random, s);
        rotated(random, z);
      }
      case SemidefiniteCone semidefinite -> {
        definite(random, semidefinite, s);
        definite(random, semidefinite, z);
      }
      case ExponentialCone ignored -> {
        s[0] = random.nextGaussian();
        s[1] = positive(random);
        s[2] = s[1] * Math.exp(s[0] / s[1]) + positive(random);
        z[0] = -positive(random);
        z[1] = random.nextGaussian();
        z[2] = -z[0] * Math.exp(z[1] / z[0] - 1.0) + positive(random);
      }
      case PowerCone power -> {
        power(random, List.of(power.alpha(), 1.0 - power.alpha()), s, false);
        power(random, List.of(power.alpha(), 1.0 - power.alpha()), z, true);
      }
      case GeneralizedPowerCone power -> {
        power(random, power.alpha(), s, false);
        power(random, power.alpha(), z, true);
      }
      case DualCone dual -> interior(random, dual.primal(), z, s);
    }
  }

  private static double positive(Random random) {
    return 0.1 + random.nextDouble();
  }

  private static void lorentz(Random random, double[] v) {
    double squared = 0.0;
    for (int i = 1; i < v.length; i++) {
      v[i] = random.nextGaussian();
      squared += v[i] * v[i];
    }
    v[0] = Math.sqrt(squared) + positive(random);
  }

  private static void rotated(Random random, double[] v) {
    lorentz(random, v);
    double sum = (v[0] + v[1]) * Math.sqrt(0.5);
    v[1] = (v[0] - v[1]) * Math.sqrt(0.5);
    v[0] = sum;
  }

  private static void definite(Random random, SemidefiniteCone cone, double[] v) {
    int n = cone.order();
    double[] factor = normal(random, n * n);
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? 0.1 : 0.0;
        for (int k = 0; k < n; k++) {
          sum += factor[k * n + i] * factor[k * n + j];
        }
        matrix[j * n + i] = sum;
      }
    }
    cone.pack(matrix, v, 0);
  }

  private static void power(Random random, List<Double> alpha, double[] v, boolean dual) {
    double product = 1.0;
    int k = alpha.size();
    for (int i = 0; i < k; i++) {
      v[i] = positive(random);
      product *= Math.pow(dual ? v[i] / alpha.get(i) : v[i], alpha.get(i));
    }
    for (int i = k; i < v.length; i++) {
      v[i] = 0.9 * product * (2.0 * random.nextDouble() - 1.0) / Math.sqrt(v.length - k);
    }
  }
}
