package org.infimum.convex.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.NonnegativeCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.ZeroCone;

/** Cones as bytes: a code and what the cone is made of; equal neighbours are counted. */
final class ConeCode {
  private ConeCode() {}

  static void write(DataOutputStream out, List<Cone> cones) throws IOException {
    int at = 0;
    while (at < cones.size()) {
      int end = at + 1;
      while (end < cones.size() && cones.get(end).equals(cones.get(at))) {
        end++;
      }
      out.writeInt(end - at);
      write(out, cones.get(at));
      at = end;
    }
    out.writeInt(0);
  }

  static List<Cone> read(DataInputStream in) throws IOException {
    List<Cone> cones = new ArrayList<>();
    for (int copies = in.readInt(); copies > 0; copies = in.readInt()) {
      Cone cone = readOne(in);
      for (int k = 0; k < copies; k++) {
        cones.add(cone);
      }
    }
    return cones;
  }

  private static void write(DataOutputStream out, Cone cone) throws IOException {
    switch (cone) {
      case ZeroCone zero -> sized(out, 'z', zero.dimension());
      case NonnegativeCone nonnegative -> sized(out, 'n', nonnegative.dimension());
      case IntervalCone interval -> {
        out.writeByte('i');
        PreparedFile.writeDoubles(out, interval.lower());
        PreparedFile.writeDoubles(out, interval.upper());
      }
      case SecondOrderCone second -> sized(out, 'q', second.dimension());
      case RotatedSecondOrderCone rotated -> sized(out, 'r', rotated.dimension());
      case SemidefiniteCone semidefinite -> sized(out, 's', semidefinite.order());
      case ExponentialCone exponential -> out.writeByte('e');
      case PowerCone power -> {
        out.writeByte('p');
        out.writeDouble(power.alpha());
      }
      case GeneralizedPowerCone power -> {
        sized(out, 'g', power.tail());
        PreparedFile.writeDoubles(out, power.exponents());
      }
      case DualCone dual -> {
        out.writeByte('d');
        write(out, dual.primal());
      }
    }
  }

  private static void sized(DataOutputStream out, int code, int size) throws IOException {
    out.writeByte(code);
    out.writeInt(size);
  }

  private static Cone readOne(DataInputStream in) throws IOException {
    int code = in.readByte();
    return switch (code) {
      case 'z' -> new ZeroCone(in.readInt());
      case 'n' -> new NonnegativeCone(in.readInt());
      case 'i' -> new IntervalCone(PreparedFile.readDoubles(in), PreparedFile.readDoubles(in));
      case 'q' -> new SecondOrderCone(in.readInt());
      case 'r' -> new RotatedSecondOrderCone(in.readInt());
      case 's' -> new SemidefiniteCone(in.readInt());
      case 'e' -> new ExponentialCone();
      case 'p' -> new PowerCone(in.readDouble());
      case 'g' -> generalized(in);
      case 'd' -> new DualCone((CurvedCone) readOne(in));
      default -> throw new IOException("there is no cone with the code " + code);
    };
  }

  private static Cone generalized(DataInputStream in) throws IOException {
    int tail = in.readInt();
    List<Double> exponents = new ArrayList<>();
    for (double exponent : PreparedFile.readDoubles(in)) {
      exponents.add(exponent);
    }
    return new GeneralizedPowerCone(exponents, tail);
  }
}
