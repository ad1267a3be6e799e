package org.infimum.convex.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;

/**
 * The order of the rows that the embedding iterates on, and how each comes from the rows of the
 * program: first the linear rows that constrain anything, then the curved cones, family by family,
 * each in its standard form. Rotated cones are turned, dual cones are turned or scaled into primal
 * ones, cones of one row are linear. A row here is a combination of at most two of the program, and
 * a row of the program enters at most two here.
 */
final class ConeLayout {
  /** The families of cones in standard form, in the order of their rows. */
  enum Kind {
    SECOND_ORDER,
    EXPONENTIAL,
    POWER,
    GENERALIZED_POWER,
    SEMIDEFINITE
  }

  /**
   * One cone in standard form.
   *
   * @param begin its first row here
   * @param dimension its number of rows
   * @param order order of the matrix of a semidefinite cone
   * @param exponents exponents of a power cone
   */
  record Block(Kind kind, int begin, int dimension, int order, double[] exponents) {
    int end() {
      return begin + dimension;
    }
  }

  private static final double[] NO_EXPONENTS = {};
  private static final double HALF_ROOT = Math.sqrt(0.5);

  /** Number of rows here. */
  final int rows;

  /** Number of linear rows; the rows from here on belong to the blocks. */
  final int linearRows;

  final List<Block> blocks;

  /** The row here that each row of the program enters, -1 if none. */
  final int[] first;

  /** The second such row, -1 if none. */
  final int[] second;

  private final double[] firstFactor;
  private final double[] secondFactor;

  ConeLayout(ConicProgram program) {
    int programRows = program.rows();
    first = new int[programRows];
    second = new int[programRows];
    firstFactor = new double[programRows];
    secondFactor = new double[programRows];
    Arrays.fill(first, -1);
    Arrays.fill(second, -1);
    int at = 0;
    int begin = 0;
    for (Cone cone : program.cones()) {
      for (int i = begin; i < begin + cone.dimension(); i++) {
        boolean linear =
            cone instanceof CurvedCone
                ? cone.dimension() == 1
                : Double.isFinite(program.rowLower()[i]) || Double.isFinite(program.rowUpper()[i]);
        if (linear) {
          copy(i, at++, 1.0);
        }
      }
      begin += cone.dimension();
    }
    linearRows = at;
    List<Block> placed = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      begin = 0;
      for (Cone cone : program.cones()) {
        if (cone instanceof CurvedCone curved && curved.dimension() > 1 && kindOf(curved) == kind) {
          placed.add(place(curved, kind, begin, at));
          at += curved.dimension();
        }
        begin += cone.dimension();
      }
    }
    rows = at;
    blocks = List.copyOf(placed);
  }

  private static Kind kindOf(CurvedCone cone) {
    return switch (cone) {
      case SecondOrderCone ignored -> Kind.SECOND_ORDER;
      case RotatedSecondOrderCone ignored -> Kind.SECOND_ORDER;
      case SemidefiniteCone ignored -> Kind.SEMIDEFINITE;
      case ExponentialCone ignored -> Kind.EXPONENTIAL;
      case PowerCone ignored -> Kind.POWER;
      case GeneralizedPowerCone ignored -> Kind.GENERALIZED_POWER;
      case DualCone dual -> kindOf(dual.primal());
    };
  }

  private Block place(CurvedCone cone, Kind kind, int begin, int at) {
    int dimension = cone.dimension();
    for (int k = 0; k < dimension; k++) {
      copy(begin + k, at + k, 1.0);
    }
    CurvedCone standard = cone instanceof DualCone dual ? dual.primal() : cone;
    double[] exponents = NO_EXPONENTS;
    int order = 0;
    switch (standard) {
      case RotatedSecondOrderCone ignored -> {
        split(begin, at, HALF_ROOT, at + 1, HALF_ROOT);
        split(begin + 1, at, HALF_ROOT, at + 1, -HALF_ROOT);
      }
      case SemidefiniteCone semidefinite -> order = semidefinite.order();
      case PowerCone power -> exponents = new double[] {power.alpha(), 1.0 - power.alpha()};
      case GeneralizedPowerCone general -> exponents = general.exponents();
      default -> {}
    }
    if (cone instanceof DualCone) {
      if (standard instanceof ExponentialCone) {
        // (u, v, w) is in the dual cone iff (u - v, -u, w) is in the primal one
        split(begin, at, 1.0, at + 1, -1.0);
        copy(begin + 1, at, -1.0);
      }
      for (int k = 0; k < exponents.length; k++) {
        copy(begin + k, at + k, 1.0 / exponents[k]);
      }
    }
    return new Block(kind, at, dimension, order, exponents);
  }

  private void copy(int programRow, int row, double factor) {
    first[programRow] = row;
    firstFactor[programRow] = factor;
  }

  private void split(int programRow, int row, double factor, int otherRow, double otherFactor) {
    copy(programRow, row, factor);
    second[programRow] = otherRow;
    secondFactor[programRow] = otherFactor;
  }

  /** The factor with which a row of the program enters its first row here. */
  double firstFactor(int programRow) {
    return firstFactor[programRow];
  }

  /** The factor with which a row of the program enters its second row here. */
  double secondFactor(int programRow) {
    return secondFactor[programRow];
  }

  /** Carries a vector over the program's rows here. */
  void toHere(double[] program, double[] here) {
    Arrays.fill(here, 0.0);
    for (int i = 0; i < first.length; i++) {
      if (first[i] >= 0) {
        here[first[i]] += firstFactor[i] * program[i];
      }
      if (second[i] >= 0) {
        here[second[i]] += secondFactor[i] * program[i];
      }
    }
  }

  /** The transpose: the multiplier of a row of the program from those here; 0 if it is not here. */
  double multiplier(int programRow, double[] here) {
    double sum = 0.0;
    if (first[programRow] >= 0) {
      sum += firstFactor[programRow] * here[first[programRow]];
    }
    if (second[programRow] >= 0) {
      sum += secondFactor[programRow] * here[second[programRow]];
    }
    return sum;
  }
}
