package org.infimum.convex.interior;

import java.util.Arrays;
import java.util.List;

/** Semidefinite cones with Nesterov-Todd scaling, one {@link SemidefiniteScaling} each. */
final class SemidefiniteFamily implements ConeFamily {
  private final SemidefiniteScaling[] scalings;
  private final int degree;

  SemidefiniteFamily(List<ConeLayout.Block> blocks, int firstRow, int threads) {
    scalings = new SemidefiniteScaling[blocks.size()];
    int terms = 0;
    for (int k = 0; k < scalings.length; k++) {
      ConeLayout.Block block = blocks.get(k);
      scalings[k] = new SemidefiniteScaling(block.order(), block.begin() - firstRow, threads);
      terms += block.order();
    }
    degree = terms;
  }

  /** The scalings in the order of the blocks. */
  SemidefiniteScaling[] scalings() {
    return scalings;
  }

  void setTau(double tau) {
    for (SemidefiniteScaling scaling : scalings) {
      scaling.setTau(tau);
    }
  }

  @Override
  public int degree() {
    return degree;
  }

  @Override
  public boolean isSymmetric() {
    return true;
  }

  @Override
  public void startAtUnit(double[] s, double[] z) {
    for (SemidefiniteScaling scaling : scalings) {
      int end = scaling.offset + scaling.cone.dimension();
      for (int i = scaling.offset; i < end; i++) {
        s[i] = 0.0;
        z[i] = 0.0;
      }
      scaling.addIdentity(s, 1.0);
      scaling.addIdentity(z, 1.0);
    }
  }

  @Override
  public double margin(double[] v) {
    double margin = Double.POSITIVE_INFINITY;
    for (SemidefiniteScaling scaling : scalings) {
      margin = Math.min(margin, scaling.smallestEigenvalue(v));
    }
    return margin;
  }

  @Override
  public void addIdentity(double[] v, double factor) {
    for (SemidefiniteScaling scaling : scalings) {
      scaling.addIdentity(v, factor);
    }
  }

  @Override
  public boolean updateScaling(double[] s, double[] z, double mu, boolean dual) {
    boolean done = true;
    for (SemidefiniteScaling scaling : scalings) {
      done &= scaling.update(s, z);
    }
    return done;
  }

  @Override
  public void multiply(double[] in, double[] out) {
    for (SemidefiniteScaling scaling : scalings) {
      scaling.multiply(in, out);
    }
  }

  @Override
  public void multiplyKept(double[] in, double[] out) {
    for (SemidefiniteScaling scaling : scalings) {
      if (scaling.isEliminated()) {
        Arrays.fill(out, scaling.offset, scaling.offset + scaling.cone.dimension(), 0.0);
      } else {
        scaling.multiply(in, out);
      }
    }
  }

  @Override
  public void diagonal(double[] out) {
    for (SemidefiniteScaling scaling : scalings) {
      scaling.diagonal(out);
    }
  }

  @Override
  public void block(int cone, double[] packed) {
    scalings[cone].block(packed);
  }

  @Override
  public void targetAffine(double[] s, double[] target) {
    for (SemidefiniteScaling scaling : scalings) {
      scaling.targetAffine(s, target);
    }
  }

  @Override
  public void targetCombined(
      double[] s,
      double[] z,
      double[] ds,
      double[] dz,
      double sigmaMu,
      double correction,
      double[] target) {
    for (SemidefiniteScaling scaling : scalings) {
      scaling.targetCombined(ds, dz, sigmaMu, correction, target);
    }
  }

  @Override
  public double largestStep(double[] s, double[] z, double[] ds, double[] dz, double limit) {
    double step = limit;
    for (SemidefiniteScaling scaling : scalings) {
      step = scaling.largestStep(ds, dz, step);
    }
    return step;
  }

  @Override
  public boolean isCentral(
      double[] s, double[] z, double[] ds, double[] dz, double step, double mu) {
    for (SemidefiniteScaling scaling : scalings) {
      if (!scaling.isInside(s, z, ds, dz, step)) {
        return false;
      }
    }
    return true;
  }
}
