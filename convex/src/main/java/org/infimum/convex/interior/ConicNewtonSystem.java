package org.infimum.convex.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.infimum.convex.ConicResult;
import org.infimum.core.Run;
import org.infimum.linalg.LdlCost;
import org.infimum.linalg.LdlFactor;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The Newton system with curved cones: the quasi-definite matrix {@code [P + W + rho I, A'; A, -(E
 * + delta I)]}, sparse. Small cones bring a dense block of E; second-order cones of more rows bring
 * the diagonal and two rank-one terms of {@link SecondOrderFamily} as two more columns; the rows of
 * semidefinite cones are eliminated beforehand ({@link SchurBlock}).
 */
final class ConicNewtonSystem implements NewtonSystem, Refinement.Solver {
  /** Cones of so many rows have a dense block. */
  private static final int LARGEST_DENSE_CONE = 6;

  /** Second-order cones up to this dimension have a dense block. */
  private static final int LARGEST_DENSE_SECOND_ORDER = 4;

  /** rho and delta, on the equilibrated data. */
  private static final double REGULARIZATION = 1e-8;

  /** rho of columns that a Schur complement makes definite: more would hide its small pivots. */
  private static final double SCHUR_REGULARIZATION = 1e-13;

  private static final double RELATIVE_REGULARIZATION = 1e-14;
  private static final double PIVOT_THRESHOLD = 1e-30;
  private static final double PIVOT_REPLACEMENT = 1e20;

  private final SparseMatrix p;
  private final SparseMatrix a;
  private final ConicRows cones;
  private final int n;
  private final int m;
  private final int[] columnNode;
  private final int[] rowNode;
  private final SchurBlock[] schur;
  private final int[][] schurPosition;
  private final Dense[] dense;
  private final @Nullable SecondOrderFamily secondOrder;
  private final int[] expanded;
  private final int[] expandedNode;
  private final int[] expandedBegin;
  private final int[][] expandedPosition;
  private final int[] entryPosition;
  private final int[] quadraticPosition;
  private final int[] diagonalPosition;
  private final double[] values;
  private final byte[] signs;
  private final double[] regularization;
  private final Ordering ordering;
  private final LdlSymbolic symbolic;
  private final LdlFactor factor;
  private final Refinement refinement;
  private final double[] rightHandSide;
  private final double[] reducedF;
  private final double[] reducedG;
  private final double[] packed;

  /**
   * E with delta on the equality rows, against which solutions are refined: a proximal term on
   * their multipliers. Without it, rows that depend on others leave no solution to refine to.
   */
  private final double[] proximalE;

  private double factorSeconds;
  private int factorCount;

  /** A cone with a dense block. */
  private record Dense(ConeFamily family, int cone, int begin, int dimension, int[] position) {}

  ConicNewtonSystem(
      StandardForm form,
      ConicRows cones,
      @Nullable Ordering wantedOrdering,
      LdlKind kind,
      int threads) {
    this.p = form.p;
    this.a = form.a;
    this.cones = cones;
    this.n = form.n;
    this.m = form.m;
    boolean[] rowIsKept = keptRows(form);
    List<SchurBlock> eliminated = eliminate(form, rowIsKept, threads);
    cones.setKept(rowIsKept);
    schur = eliminated.toArray(new SchurBlock[0]);
    columnNode = new int[n];
    rowNode = new int[m];
    for (SchurBlock block : schur) {
      Arrays.fill(rowNode, block.begin, block.begin + block.dimension, -1);
      for (int j : block.ownColumn) {
        columnNode[j] = -1;
      }
    }
    int nodes = number(columnNode, 0);
    int columnNodes = nodes;
    nodes = number(rowNode, nodes);
    int rowNodes = nodes;
    secondOrder = secondOrderFamily();
    List<Integer> large = new ArrayList<>();
    List<Dense> small = new ArrayList<>();
    int familyIndex = -1;
    int coneIndex = 0;
    ConeLayout.@Nullable Kind last = null;
    for (ConeLayout.Block block : form.layout.blocks) {
      if (block.kind() != last) {
        familyIndex++;
        coneIndex = 0;
        last = block.kind();
      }
      if (rowNode[block.begin()] >= 0) {
        boolean expand =
            block.kind() == ConeLayout.Kind.SECOND_ORDER
                && block.dimension() > LARGEST_DENSE_SECOND_ORDER;
        if (expand) {
          large.add(coneIndex);
          large.add(block.begin());
          large.add(block.dimension());
        } else {
          int size = block.dimension();
          small.add(
              new Dense(
                  cones.families()[familyIndex],
                  coneIndex,
                  block.begin(),
                  size,
                  new int[size * (size + 1) / 2]));
        }
      }
      coneIndex++;
    }
    dense = small.toArray(new Dense[0]);
    int expansions = large.size() / 3;
    expanded = new int[expansions];
    expandedNode = new int[expansions];
    expandedBegin = new int[expansions];
    expandedPosition = new int[expansions][];
    for (int k = 0; k < expansions; k++) {
      expanded[k] = large.get(3 * k);
      expandedBegin[k] = large.get(3 * k + 1);
      expandedPosition[k] = new int[2 * large.get(3 * k + 2) - 1];
      expandedNode[k] = nodes;
      nodes += 2;
    }
    signs = new byte[nodes];
    Arrays.fill(signs, 0, columnNodes, (byte) 1);
    Arrays.fill(signs, columnNodes, rowNodes, (byte) -1);
    for (int k = rowNodes; k < nodes; k += 2) {
      signs[k] = 1;
      signs[k + 1] = -1;
    }
    diagonalPosition = new int[nodes];
    entryPosition = new int[a.nonzeros()];
    quadraticPosition = new int[p.nonzeros()];
    schurPosition = new int[schur.length][];
    SparseMatrix matrix = pattern(nodes);
    values = matrix.values();
    Ordering chosen = wantedOrdering == null ? Ordering.AMD : wantedOrdering;
    int[] permutation = chosen.permutation(matrix);
    if (wantedOrdering == null) {
      double flops = LdlCost.predict(matrix, permutation).flops();
      if (flops > NewtonPattern.DISSECTION_FLOPS) {
        int[] dissection = Ordering.NESTED_DISSECTION.permutation(matrix);
        if (LdlCost.predict(matrix, dissection).flops() < flops) {
          chosen = Ordering.NESTED_DISSECTION;
          permutation = dissection;
        }
      }
    }
    ordering = chosen;
    symbolic = LdlSymbolic.analyze(matrix, permutation, kind);
    factor = new LdlFactor(symbolic, threads);
    regularization = new double[nodes];
    Arrays.fill(regularization, REGULARIZATION);
    for (SchurBlock block : schur) {
      for (int touching : block.touching) {
        regularization[block.variable ? rowNode[touching] : columnNode[touching]] =
            SCHUR_REGULARIZATION;
      }
    }
    refinement = new Refinement(p, a, cones, rowNode, this);
    rightHandSide = new double[2 * nodes];
    proximalE = new double[m];
    reducedF = new double[n];
    reducedG = new double[m];
    int largest = 0;
    for (Dense block : dense) {
      largest = Math.max(largest, block.position.length);
    }
    packed = new double[largest];
  }

  /** The semidefinite cones whose rows leave the system; matrix variables where possible. */
  private List<SchurBlock> eliminate(StandardForm form, boolean[] rowIsKept, int threads) {
    List<SchurBlock> eliminated = new ArrayList<>();
    boolean[] mayVary = form.freeColumns();
    for (int j = 0; j < n; j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        mayVary[j] = false;
        mayVary[p.rowIndices()[k]] = false;
      }
    }
    for (ConeFamily family : cones.families()) {
      if (family instanceof SemidefiniteFamily semidefinite) {
        for (SemidefiniteScaling scaling : semidefinite.scalings()) {
          if (scaling.cone.dimension() > LARGEST_DENSE_CONE) {
            int begin = form.layout.linearRows + scaling.offset;
            eliminated.add(new SchurBlock(scaling, begin, a, mayVary, rowIsKept, threads));
          }
        }
      }
    }
    return eliminated;
  }

  private static boolean[] keptRows(StandardForm form) {
    boolean[] kept = new boolean[form.m];
    Arrays.fill(kept, true);
    for (ConeLayout.Block block : form.layout.blocks) {
      if (isEliminated(block)) {
        Arrays.fill(kept, block.begin(), block.end(), false);
      }
    }
    return kept;
  }

  private static boolean isEliminated(ConeLayout.Block block) {
    return block.kind() == ConeLayout.Kind.SEMIDEFINITE && block.dimension() > LARGEST_DENSE_CONE;
  }

  private @Nullable SecondOrderFamily secondOrderFamily() {
    for (ConeFamily family : cones.families()) {
      if (family instanceof SecondOrderFamily found) {
        return found;
      }
    }
    return null;
  }

  private static int number(int[] node, int from) {
    int next = from;
    for (int i = 0; i < node.length; i++) {
      if (node[i] >= 0) {
        node[i] = next++;
      }
    }
    return next;
  }

  /** Collects the pattern and turns every request into a position among the values. */
  private SparseMatrix pattern(int nodes) {
    SymmetricPattern pattern = new SymmetricPattern(nodes);
    for (int i = 0; i < nodes; i++) {
      diagonalPosition[i] = pattern.add(i, i);
    }
    for (int j = 0; j < n; j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        quadraticPosition[k] = pattern.add(columnNode[p.rowIndices()[k]], columnNode[j]);
      }
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        int row = rowNode[a.rowIndices()[k]];
        entryPosition[k] = row >= 0 && columnNode[j] >= 0 ? pattern.add(row, columnNode[j]) : -1;
      }
    }
    for (Dense block : dense) {
      int at = 0;
      for (int i = 0; i < block.dimension; i++) {
        for (int j = 0; j <= i; j++) {
          block.position[at++] = pattern.add(rowNode[block.begin + i], rowNode[block.begin + j]);
        }
      }
    }
    for (int k = 0; k < expanded.length; k++) {
      int[] position = expandedPosition[k];
      int dimension = (position.length + 1) / 2;
      for (int i = 0; i < dimension; i++) {
        position[i] = pattern.add(rowNode[expandedBegin[k] + i], expandedNode[k]);
      }
      for (int i = 1; i < dimension; i++) {
        position[dimension + i - 1] =
            pattern.add(rowNode[expandedBegin[k] + i], expandedNode[k] + 1);
      }
    }
    for (int b = 0; b < schur.length; b++) {
      int[] touching = schur[b].touching;
      int[] node = schur[b].variable ? rowNode : columnNode;
      int[] position =
          new int[Math.toIntExact((long) touching.length * (touching.length + 1L) / 2)];
      int at = 0;
      for (int i = 0; i < touching.length; i++) {
        for (int j = 0; j <= i; j++) {
          position[at++] = pattern.add(node[touching[i]], node[touching[j]]);
        }
      }
      schurPosition[b] = position;
    }
    int[] positions = new int[pattern.count()];
    SparseMatrix matrix = pattern.build(positions);
    resolve(diagonalPosition, positions);
    resolve(entryPosition, positions);
    resolve(quadraticPosition, positions);
    for (Dense block : dense) {
      resolve(block.position, positions);
    }
    for (int[] position : expandedPosition) {
      resolve(position, positions);
    }
    for (int[] position : schurPosition) {
      resolve(position, positions);
    }
    return matrix;
  }

  private static void resolve(int[] requests, int[] positions) {
    for (int k = 0; k < requests.length; k++) {
      requests[k] = requests[k] < 0 ? -1 : positions[requests[k]];
    }
  }

  @Override
  public void reserve() {
    refinement.reserve();
    factor.solve(rightHandSide, 2);
  }

  @Override
  public void refreshData() {
    for (SchurBlock block : schur) {
      block.refreshData();
    }
  }

  @Override
  public boolean factor(double[] w, double[] e, Run run) {
    long begin = System.nanoTime();
    for (int i = 0; i < m; i++) {
      proximalE[i] = e[i] == 0.0 ? REGULARIZATION : e[i];
    }
    refinement.setWeights(w, proximalE);
    Arrays.fill(values, 0.0);
    for (int k = 0; k < quadraticPosition.length; k++) {
      values[quadraticPosition[k]] += p.values()[k];
    }
    for (int k = 0; k < entryPosition.length; k++) {
      if (entryPosition[k] >= 0) {
        values[entryPosition[k]] += a.values()[k];
      }
    }
    for (int j = 0; j < n; j++) {
      if (columnNode[j] >= 0) {
        values[diagonalPosition[columnNode[j]]] += w[j];
      }
    }
    for (int i = 0; i < m - cones.count(); i++) {
      values[diagonalPosition[rowNode[i]]] -= e[i];
    }
    addDense();
    addExpanded();
    for (int b = 0; b < schur.length; b++) {
      schur[b].update();
      schur[b].addCoupling(schur[b].variable ? -1.0 : 1.0, values, schurPosition[b]);
    }
    for (int i = 0; i < diagonalPosition.length; i++) {
      int at = diagonalPosition[i];
      double share = regularization[i] + RELATIVE_REGULARIZATION * Math.abs(values[at]);
      values[at] += signs[i] * share;
    }
    boolean done = factor.factor(values, signs, PIVOT_THRESHOLD, PIVOT_REPLACEMENT, run);
    factorSeconds += (System.nanoTime() - begin) * 1e-9;
    factorCount++;
    return done;
  }

  private void addDense() {
    for (Dense block : dense) {
      block.family.block(block.cone, packed);
      for (int k = 0; k < block.position.length; k++) {
        values[block.position[k]] -= packed[k];
      }
    }
  }

  /** {@code -E = -eta^2 (D + u u' - v v')}: columns eta u and eta v with pivots 1 and -1. */
  private void addExpanded() {
    SecondOrderFamily family = secondOrder;
    if (family == null) {
      return;
    }
    for (int k = 0; k < expanded.length; k++) {
      int cone = expanded[k];
      int[] position = expandedPosition[k];
      int dimension = (position.length + 1) / 2;
      double[] w = family.w;
      int at = family.start[cone] - family.start[0];
      double etaSquared = family.etaSquared[cone];
      double eta = Math.sqrt(etaSquared);
      double w0 = w[at];
      double square = 2.0 * w0 * w0 - 1.0;
      double inverse = 1.0 / square;
      double d = 0.5 * inverse;
      double u0 = Math.sqrt(square - d);
      double u1 = 2.0 * w0 / u0;
      double v1 = Math.sqrt(2.0 * (2.0 + inverse) / (2.0 * square - inverse));
      for (int i = 0; i < dimension; i++) {
        values[diagonalPosition[rowNode[expandedBegin[k] + i]]] -= etaSquared * (i == 0 ? d : 1.0);
        values[position[i]] = eta * (i == 0 ? u0 : u1 * w[at + i]);
        if (i > 0) {
          values[position[dimension + i - 1]] = eta * v1 * w[at + i];
        }
      }
      values[diagonalPosition[expandedNode[k]]] = 1.0;
      values[diagonalPosition[expandedNode[k] + 1]] = -1.0;
    }
  }

  @Override
  public double solve(
      double[] f, double[] g, Shift shift, double[] x, double[] u, double tolerance) {
    reduce(f, g, shift, 0);
    factor.solve(rightHandSide);
    expand(f, g, shift, 0, x, u);
    return refinement.refine(f, g, x, u, tolerance);
  }

  @Override
  public double solve(
      double[] f1,
      double[] g1,
      Shift shift1,
      double[] x1,
      double[] u1,
      double tolerance1,
      double[] f2,
      double[] g2,
      Shift shift2,
      double[] x2,
      double[] u2,
      double tolerance2) {
    reduce(f1, g1, shift1, 0);
    reduce(f2, g2, shift2, signs.length);
    factor.solve(rightHandSide, 2);
    expand(f1, g1, shift1, 0, x1, u1);
    expand(f2, g2, shift2, signs.length, x2, u2);
    return Math.max(
        refinement.refine(f1, g1, x1, u1, tolerance1),
        refinement.refine(f2, g2, x2, u2, tolerance2));
  }

  @Override
  public void solve(double[] f, double[] g, double[] x, double[] u) {
    reduce(f, g, Shift.NONE, 0);
    factor.solve(rightHandSide);
    expand(f, g, Shift.NONE, 0, x, u);
  }

  private void reduce(double[] f, double[] g, Shift shift, int offset) {
    System.arraycopy(f, 0, reducedF, 0, n);
    System.arraycopy(g, 0, reducedG, 0, m);
    for (SchurBlock block : schur) {
      block.reduce(f, g, shift, reducedF, reducedG);
    }
    Arrays.fill(rightHandSide, offset, offset + signs.length, 0.0);
    for (int j = 0; j < n; j++) {
      if (columnNode[j] >= 0) {
        rightHandSide[offset + columnNode[j]] = reducedF[j];
      }
    }
    for (int i = 0; i < m; i++) {
      if (rowNode[i] >= 0) {
        rightHandSide[offset + rowNode[i]] = reducedG[i];
      }
    }
  }

  private void expand(double[] f, double[] g, Shift shift, int offset, double[] x, double[] u) {
    for (int j = 0; j < n; j++) {
      if (columnNode[j] >= 0) {
        x[j] = rightHandSide[offset + columnNode[j]];
      }
    }
    for (int i = 0; i < m; i++) {
      if (rowNode[i] >= 0) {
        u[i] = rightHandSide[offset + rowNode[i]];
      }
    }
    for (SchurBlock block : schur) {
      block.expand(f, g, shift, x, u);
    }
  }

  @Override
  public double flops() {
    return symbolic.flops();
  }

  @Override
  public long nonzeros() {
    return symbolic.nonzeros();
  }

  @Override
  public ConicResult.FactorReport report() {
    return new ConicResult.FactorReport(
        schur.length > 0 ? "schur" : "augmented",
        ordering.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        symbolic.kind().name().toLowerCase(Locale.ROOT),
        symbolic.dimension(),
        symbolic.nonzeros(),
        symbolic.flops(),
        factorSeconds,
        factorCount);
  }
}
