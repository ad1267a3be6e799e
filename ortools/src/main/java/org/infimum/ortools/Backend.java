package org.infimum.ortools;

import org.infimum.core.Run;

/** The solvers behind OR-Tools that take whole-number columns. */
enum Backend {
  HIGHS("highs", "HIGHS") {
    @Override
    String parameters(Run run) {
      return "output_flag=false\nthreads=" + run.threads() + "\nrandom_seed=" + seed(run);
    }
  },
  SCIP("scip", "SCIP") {
    @Override
    String parameters(Run run) {
      return "randomization/randomseedshift = " + seed(run);
    }
  },
  CP_SAT("cp-sat", "SAT") {
    @Override
    String parameters(Run run) {
      return "num_workers:" + run.threads() + " random_seed:" + seed(run);
    }
  };

  private final String label;
  private final String solver;

  Backend(String label, String solver) {
    this.label = label;
    this.solver = solver;
  }

  /** The name users give. */
  String label() {
    return label;
  }

  /** OR-Tools' name. */
  String solver() {
    return solver;
  }

  /** Threads and seed in the solver's own notation. */
  abstract String parameters(Run run);

  private static int seed(Run run) {
    return (int) (run.seed() & 0x3fff_ffff);
  }

  static Backend of(String label) {
    for (Backend backend : values()) {
      if (backend.label.equals(label)) {
        return backend;
      }
    }
    throw new IllegalArgumentException("OR-Tools brings no engine " + label);
  }
}
