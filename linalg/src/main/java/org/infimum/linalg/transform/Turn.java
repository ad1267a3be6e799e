package org.infimum.linalg.transform;

/** Cosine and sine of parts of a turn. */
final class Turn {
  private Turn() {}

  static double cosine(long k, long n) {
    return sine(4 * k + n, 4 * n);
  }

  /** The angle is brought to within an eighth of a turn before it is rounded. */
  static double sine(long k, long n) {
    long eighths = Math.floorMod(k, n) * 8;
    int octant = (int) (eighths / n);
    long rest = eighths - octant * n;
    double small = 0.25 * Math.PI * ((double) rest / n);
    double large = 0.25 * Math.PI * ((double) (n - rest) / n);
    return switch (octant) {
      case 0 -> StrictMath.sin(small);
      case 1 -> StrictMath.cos(large);
      case 2 -> StrictMath.cos(small);
      case 3 -> StrictMath.sin(large);
      case 4 -> -StrictMath.sin(small);
      case 5 -> -StrictMath.cos(large);
      case 6 -> -StrictMath.cos(small);
      default -> -StrictMath.sin(large);
    };
  }
}
