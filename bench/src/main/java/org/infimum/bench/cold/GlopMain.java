package org.infimum.bench.cold;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;

/** Solves an MPS file with OR-Tools' GLOP: what a Java program does without Infimum. */
public final class GlopMain {
  private GlopMain() {}

  /** Reads the file named by the first argument, solves it and prints status and objective. */
  public static void main(String[] arguments) {
    Loader.loadNativeLibraries();
    ModelBuilder model = new ModelBuilder();
    // ModelBuilder.importFromMpsFile of 9.15 takes the file's name for its text; its helper does
    // not.
    if (!model.getHelper().importFromMpsFile(arguments[0])) {
      throw new IllegalArgumentException("OR-Tools cannot read " + arguments[0]);
    }
    ModelSolver solver = new ModelSolver("GLOP");
    System.out.println(solver.solve(model) + " " + solver.getObjectiveValue());
  }
}
