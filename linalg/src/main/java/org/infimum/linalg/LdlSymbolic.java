package org.infimum.linalg;

import org.jspecify.annotations.Nullable;

/**
 * The symbolic factorization P A P' = L D L' of a symmetric quasi-definite matrix: everything that
 * depends on the pattern alone. It is immutable and may serve any number of {@link LdlFactor}s.
 */
public final class LdlSymbolic {
  /** Below this many flops for each entry of L dense panels do not pay, with vector kernels. */
  private static final double VECTOR_FLOPS_PER_NONZERO = 64.0;

  /** The same with scalar kernels. */
  private static final double SCALAR_FLOPS_PER_NONZERO = 200.0;

  private final LdlKind kind;
  private final LdlCost cost;
  private final int[] permutation;
  private final @Nullable SimplicialStructure simplicial;
  private final @Nullable PanelStructure panels;

  private LdlSymbolic(
      LdlKind kind,
      LdlCost cost,
      int[] permutation,
      @Nullable SimplicialStructure simplicial,
      @Nullable PanelStructure panels) {
    this.kind = kind;
    this.cost = cost;
    this.permutation = permutation;
    this.simplicial = simplicial;
    this.panels = panels;
  }

  /**
   * Analyzes a pattern.
   *
   * @param upper upper triangle of a symmetric matrix with its full diagonal; its values are not
   *     read
   * @param permutation fill-reducing order: new index k holds the old index {@code permutation[k]}
   * @param kind how to factor; {@link LdlKind#AUTO} takes the supernodal way from 64 flops for each
   *     entry of L on, from 200 where the kernels are scalar
   * @throws IllegalArgumentException if the matrix is not square and upper triangular with a full
   *     diagonal, or if the permutation does not fit
   */
  public static LdlSymbolic analyze(SparseMatrix upper, int[] permutation, LdlKind kind) {
    PermutedPattern given = new PermutedPattern(upper, permutation);
    EliminationTree givenTree = EliminationTree.of(given);
    int[] givenCounts = givenTree.columnCounts(given);
    int[] postorder = EliminationTree.postorder(givenTree.parent());
    int[] order = compose(permutation, postorder);
    int[] counts = compose(givenCounts, postorder);
    EliminationTree tree = givenTree.relabel(postorder);
    LdlCost cost = LdlCost.of(counts);
    if (chosen(kind, cost) == LdlKind.SIMPLICIAL) {
      SimplicialStructure structure =
          new SimplicialStructure(new PermutedPattern(upper, order), tree, counts);
      return new LdlSymbolic(LdlKind.SIMPLICIAL, cost, order, structure, null);
    }
    Supernodes supernodes = Supernodes.relaxed(tree.parent(), counts);
    order = compose(order, supernodes.order);
    PanelStructure structure = new PanelStructure(new PermutedPattern(upper, order), supernodes);
    return new LdlSymbolic(LdlKind.SUPERNODAL, cost, order, null, structure);
  }

  private static LdlKind chosen(LdlKind kind, LdlCost cost) {
    if (kind != LdlKind.AUTO) {
      return kind;
    }
    double least =
        KernelChoice.forFlops(cost.flops()).packs()
            ? VECTOR_FLOPS_PER_NONZERO
            : SCALAR_FLOPS_PER_NONZERO;
    return cost.flops() < least * cost.nonzeros() && cost.nonzeros() < Integer.MAX_VALUE - 8
        ? LdlKind.SIMPLICIAL
        : LdlKind.SUPERNODAL;
  }

  private static int[] compose(int[] outer, int[] inner) {
    int[] composed = new int[inner.length];
    for (int k = 0; k < inner.length; k++) {
      composed[k] = outer[inner[k]];
    }
    return composed;
  }

  /** Order of the matrix. */
  public int dimension() {
    return permutation.length;
  }

  /** Entries of L with its diagonal, without the explicit zeros of relaxed supernodes. */
  public long nonzeros() {
    return cost.nonzeros();
  }

  /** Entries of L that are stored, explicit zeros included. */
  public long storedNonzeros() {
    return panels == null ? cost.nonzeros() : panels.storedNonzeros();
  }

  /** Floating-point operations of a numeric factorization (without explicit zeros). */
  public double flops() {
    return cost.flops();
  }

  /** {@link LdlKind#SIMPLICIAL} or {@link LdlKind#SUPERNODAL}. */
  public LdlKind kind() {
    return kind;
  }

  /** Predicted bytes of a numeric factor with the index arrays. */
  public long bytes() {
    long vectors = 5L * 8L * dimension();
    return vectors
        + (panels == null ? 16L * cost.nonzeros() : 8L * panels.storage() + panels.indexBytes());
  }

  /** The permutation used: the given one followed by a reordering that keeps the fill. */
  int[] permutation() {
    return permutation;
  }

  LdlNumeric numeric(DenseKernels kernels, int threads) {
    if (panels != null) {
      return new SupernodalLdl(panels, permutation, kernels, threads);
    }
    if (simplicial != null) {
      return new SimplicialLdl(simplicial, permutation);
    }
    throw new AssertionError("neither simplicial nor supernodal");
  }
}
