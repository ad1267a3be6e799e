package org.infimum.convex;

import java.util.List;
import org.infimum.core.Card;
import org.infimum.core.CatalogueSource;

/** The cards of this room. */
public final class ConvexCatalogue implements CatalogueSource {
  private static final String ROOM = "convex";

  /** Creates the source; {@link java.util.ServiceLoader} calls this. */
  public ConvexCatalogue() {}

  @Override
  public List<Card> cards() {
    return List.of(
        new Card(
            "interior-point",
            "Primal-dual interior point on the homogeneous embedding",
            "Goulart and Chen, \"Clarabel: An interior-point solver for conic programs with"
                + " quadratic objectives\", 2024, arXiv 2405.12762; Mehrotra, \"On the"
                + " implementation of a primal-dual interior point method\", SIAM J. Optim. 2"
                + " (1992); Gondzio, \"Multiple centrality corrections in a primal-dual method for"
                + " linear programming\", Comput. Optim. Appl. 6 (1996)",
            ROOM,
            "Convex.solve(program), new InteriorPoint(...).solve(program, run);"
                + " infimum solve FILE --method interior-point",
            "both solutions of a linear or convex quadratic program, or a ray that proves"
                + " infeasibility"),
        new Card(
            "central-path",
            "Iterations against accuracy along the central path",
            "Wright, \"Primal-Dual Interior-Point Methods\", SIAM (1997), chapter 5",
            ROOM,
            "ConicResult.report().history(); infimum solve FILE --trace OUT.csv; infimum reproduce"
                + " central-path",
            "how many iterations each further digit costs, beside the bound O(sqrt(nu)"
                + " log(1/eps))"),
        new Card(
            "presolve",
            "Presolve with primal and dual postsolve",
            "Andersen and Andersen, \"Presolving in linear programming\", Math. Program. 71 (1995);"
                + " Gould and Toint, \"Preprocessing for quadratic programming\", Math. Program."
                + " 100 (2004)",
            ROOM,
            "InteriorPoint.withPresolve(true); infimum solve FILE (--no-presolve turns it off)",
            "a smaller program, and the answer, duals or ray of the original one from its answer"),
        new Card(
            "equilibration",
            "Equilibration of rows and columns",
            "Ruiz, \"A scaling algorithm to equilibrate both rows and columns norms in matrices\","
                + " Rutherford Appleton Laboratory RAL-TR-2001-034 (2001)",
            ROOM,
            "part of InteriorPoint; infimum solve FILE",
            "rows and columns of largest entry near one, so that one tolerance suits them all"),
        new Card(
            "verification",
            "Errors and certificates recomputed in double-double arithmetic",
            "Mittelmann, \"An independent benchmarking of SDP and SOCP solvers\", Math. Program. 95"
                + " (2003); Dekker, \"A floating-point technique for extending the available"
                + " precision\", Numer. Math. 18 (1971)",
            ROOM,
            "part of every ConicResult; infimum check PROBLEM SOLUTION.json",
            "the six DIMACS errors of a point, or the proof that a ray is one, on the original"
                + " problem"));
  }
}
