package org.infimum.reproduce;

/**
 * The least-squares line through points with finite ordinates.
 *
 * @param intercept value at 0
 * @param slope change of the ordinate for each unit of the abscissa
 * @param rSquared share of the variance that the line explains; 1 if there is none, NaN with fewer
 *     than three points
 * @param points how many points it goes through
 */
record LinearFit(double intercept, double slope, double rSquared, int points) {
  static LinearFit of(double[] x, double[] y) {
    int count = 0;
    double meanX = 0.0;
    double meanY = 0.0;
    for (int k = 0; k < x.length; k++) {
      if (Double.isFinite(y[k])) {
        count++;
        meanX += x[k];
        meanY += y[k];
      }
    }
    meanX /= count;
    meanY /= count;
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (int k = 0; k < x.length; k++) {
      if (Double.isFinite(y[k])) {
        double dx = x[k] - meanX;
        double dy = y[k] - meanY;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
      }
    }
    if (count < 3) {
      return new LinearFit(Double.NaN, Double.NaN, Double.NaN, count);
    }
    double slope = xy / xx;
    double rSquared = yy == 0.0 ? 1.0 : xy * xy / (xx * yy);
    return new LinearFit(meanY - slope * meanX, slope, rSquared, count);
  }
}
