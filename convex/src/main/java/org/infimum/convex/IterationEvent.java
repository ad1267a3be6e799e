package org.infimum.convex;

import org.infimum.core.Progress;

/**
 * One line of the iteration table of the interior-point method.
 *
 * @param iteration iteration number, from 0 (the start point)
 * @param primalObjective primal objective in the user's sense, of the (presolved) problem
 * @param dualObjective dual objective in the user's sense
 * @param primalResidual relative primal residual of the solver's own test
 * @param dualResidual relative dual residual of the solver's own test
 * @param gap relative gap of the solver's own test
 * @param mu duality measure of the embedding
 * @param kappaTau kappa / tau of the embedding
 * @param sigma centering parameter of the step that led here
 * @param step length of the step that led here
 * @param seconds seconds since the run started
 */
public record IterationEvent(
    int iteration,
    double primalObjective,
    double dualObjective,
    double primalResidual,
    double dualResidual,
    double gap,
    double mu,
    double kappaTau,
    double sigma,
    double step,
    double seconds)
    implements Progress {}
