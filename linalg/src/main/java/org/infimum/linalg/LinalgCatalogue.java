package org.infimum.linalg;

import java.util.List;
import org.infimum.core.Card;
import org.infimum.core.CatalogueSource;

/** The cards of this room. */
public final class LinalgCatalogue implements CatalogueSource {
  private static final String ROOM = "linalg";

  /** Creates the source; {@link java.util.ServiceLoader} calls this. */
  public LinalgCatalogue() {}

  @Override
  public List<Card> cards() {
    return List.of(
        new Card(
            "sparse-ldl",
            "Supernodal LDL' of quasi-definite matrices",
            "Vanderbei, \"Symmetric quasidefinite matrices\", SIAM J. Optim. 5 (1995); Ng and"
                + " Peyton, \"Block sparse Cholesky algorithms on advanced uniprocessor"
                + " computers\", SIAM J. Sci. Comput. 14 (1993)",
            ROOM,
            "LdlSymbolic.analyze(upper, permutation, kind), new LdlFactor(symbolic, threads);"
                + " infimum solve FILE",
            "a factor of a sparse symmetric matrix, reused for new numbers without allocation"),
        new Card(
            "minimum-degree",
            "Approximate minimum degree ordering",
            "Amestoy, Davis and Duff, \"An approximate minimum degree ordering algorithm\", SIAM J."
                + " Matrix Anal. Appl. 17 (1996)",
            ROOM,
            "Ordering.AMD.permutation(upper); infimum solve FILE",
            "a pivot order with little fill"),
        new Card(
            "nested-dissection",
            "Nested dissection by multilevel vertex separators",
            "George, \"Nested dissection of a regular finite element mesh\", SIAM J. Numer. Anal."
                + " 10 (1973); Karypis and Kumar, \"A fast and high quality multilevel scheme for"
                + " partitioning irregular graphs\", SIAM J. Sci. Comput. 20 (1998)",
            ROOM,
            "Ordering.NESTED_DISSECTION.permutation(upper); infimum solve FILE",
            "a pivot order with little fill for large, mesh-like patterns"),
        new Card(
            "online-softmax",
            "Soft-max with an online normalizer, fused with top-k",
            "Milakov and Gimelshein, \"Online normalizer calculation for softmax\", 2018, arXiv"
                + " 1805.02867",
            ROOM,
            "FloatSoftmax.softmax(n, x, xAt, y, yAt), FloatSoftmax.softmaxTopK(...); infimum"
                + " reproduce online-softmax",
            "soft-max, log-sum-exp and the most probable entries in one reading less"),
        new Card(
            "low-rank-gemm",
            "Products through low-rank factors, chosen and certified",
            "\"Low-Rank GEMM: Efficient Matrix Multiplication via Low-Rank Approximation with FP8"
                + " Acceleration\", 2025, arXiv 2511.18674",
            ROOM,
            "LowRankGemm.standard().prepare(rows, columns, a, aAt, lda, width).multiply(...);"
                + " infimum reproduce low-rank-gemm",
            "a product within a tolerance, through factors where they are cheaper, with its"
                + " measured error"),
        new Card(
            "smash",
            "Sparse times sparse, row by row with hash accumulation",
            "Shivdikar, \"SMASH: Sparse Matrix Atomic Scratchpad Hashing\" (2021), arXiv"
                + " 2105.14156; Gustavson, \"Two fast algorithms for sparse matrices\", ACM TOMS 4"
                + " (1978)",
            ROOM,
            "SparseProduct.analyze(a, b, threads).compute(semiring); infimum reproduce smash",
            "products of sparse matrices over three semirings, the pattern kept for new values"),
        new Card(
            "krylov",
            "Conjugate gradients, MINRES and LSQR",
            "Hestenes and Stiefel, \"Methods of conjugate gradients for solving linear systems\","
                + " J. Res. NBS 49 (1952); Paige and Saunders, \"Solution of sparse indefinite"
                + " systems of linear equations\", SIAM J. Numer. Anal. 12 (1975), and \"LSQR\","
                + " ACM TOMS 8 (1982)",
            ROOM,
            "new ConjugateGradients(tolerance, limit).solve(operator, preconditioner, b, x, run);"
                + " new Minres(...), new Lsqr(...)",
            "solutions of linear systems and least squares that are known by their products"));
  }
}
