package org.infimum.cli;

import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;

/**
 * The part of a certificate's JSON object that depends on its kind: {@code ray{name:value}}, or for
 * crossed bounds {@code row} or {@code column}, {@code lower} and {@code upper}.
 */
final class CertificateJson {
  private CertificateJson() {}

  /** Writes the entries {@code shown} of the ray. */
  static void body(JsonStream json, ConicProgram program, Certificate certificate, int[] shown) {
    if (certificate instanceof Certificate.CrossedBounds crossed) {
      json.text(
              crossed.ofRow() ? "row" : "column", Evidence.name(crossed, program, crossed.index()))
          .number("lower", crossed.lower())
          .number("upper", crossed.upper());
      return;
    }
    double[] ray = Evidence.ray(certificate);
    json.whole("support", Evidence.support(ray).length).beginObject("ray");
    for (int index : shown) {
      json.number(Evidence.name(certificate, program, index), ray[index]);
    }
    json.endObject();
  }
}
