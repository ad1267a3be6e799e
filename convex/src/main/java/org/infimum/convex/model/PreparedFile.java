package org.infimum.convex.model;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.infimum.convex.Cone;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.Sense;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/**
 * A prepared model as a file: the magic number {@code INFP}, a version, the canonical form with its
 * layout and parameter values, and a CRC-32C of all bytes before it. Big-endian, as {@link
 * DataOutputStream} writes.
 */
final class PreparedFile {
  private static final int MAGIC = 0x494E4650;
  private static final int VERSION = 1;
  private static final int HEADER = 8;
  private static final int CHECKSUM = 8;

  private PreparedFile() {}

  static void write(Path file, CanonicalForm form, double[] parameters, boolean[] isSet) {
    CRC32C checksum = new CRC32C();
    try (OutputStream raw = Files.newOutputStream(file);
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new CheckedOutputStream(raw, checksum)))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      writeLayout(out, form.layout());
      out.writeBoolean(form.sense() == Sense.MAXIMIZE);
      writePattern(out, form.p());
      writeMap(out, form.quadratic());
      writeMap(out, form.cost());
      writeMap(out, form.constant());
      writePattern(out, form.a());
      writeMap(out, form.coefficients());
      writeMap(out, form.rightHandSide());
      ConeCode.write(out, form.cones());
      writeDoubles(out, form.columnLower());
      writeDoubles(out, form.columnUpper());
      writeDoubles(out, parameters);
      out.writeInt(isSet.length);
      for (boolean set : isSet) {
        out.writeBoolean(set);
      }
      out.flush();
      out.writeLong(checksum.getValue());
    } catch (IOException failure) {
      throw new InputException(file + ": the file cannot be written.", failure);
    }
  }

  static PreparedModel read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new InputException(file + ": the file cannot be read.", failure);
    }
    requireIntact(file, bytes);
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER - CHECKSUM))) {
      CanonicalForm form = readForm(in);
      double[] parameters = readDoubles(in);
      boolean[] isSet = new boolean[in.readInt()];
      for (int p = 0; p < isSet.length; p++) {
        isSet[p] = in.readBoolean();
      }
      return new PreparedModel(null, form, parameters, isSet, InteriorPoint.DEFAULT);
    } catch (IOException | RuntimeException failure) {
      throw new InputException(file + ": the prepared model is damaged.", failure);
    }
  }

  private static void requireIntact(Path file, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER + CHECKSUM || buffer.getInt(0) != MAGIC) {
      throw new InputException(file + ": this is not a prepared model.");
    }
    int version = buffer.getInt(4);
    if (version != VERSION) {
      throw new InputException(
          file
              + ": the prepared model has the version "
              + version
              + ", but "
              + VERSION
              + " is needed; prepare and save the model again.");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - CHECKSUM);
    if (checksum.getValue() != buffer.getLong(bytes.length - CHECKSUM)) {
      throw new InputException(file + ": the prepared model is damaged: its checksum differs.");
    }
  }

  private static CanonicalForm readForm(DataInputStream in) throws IOException {
    Layout layout = readLayout(in);
    Sense sense = in.readBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE;
    SparseMatrix p = readPattern(in);
    ParameterMap quadratic = readMap(in);
    ParameterMap cost = readMap(in);
    ParameterMap constant = readMap(in);
    SparseMatrix a = readPattern(in);
    ParameterMap coefficients = readMap(in);
    ParameterMap rightHandSide = readMap(in);
    List<Cone> cones = ConeCode.read(in);
    return new CanonicalForm(
        layout,
        sense,
        p,
        quadratic,
        cost,
        constant,
        a,
        coefficients,
        rightHandSide,
        cones,
        readDoubles(in),
        readDoubles(in));
  }

  private static void writeLayout(DataOutputStream out, Layout layout) throws IOException {
    out.writeUTF(layout.model());
    out.writeInt(layout.variables().size());
    for (Layout.Columns columns : layout.variables()) {
      out.writeUTF(columns.name());
      writeShape(out, columns.shape());
      out.writeUTF(columns.structure().name());
      out.writeInt(columns.first());
      out.writeBoolean(columns.integer());
    }
    out.writeInt(layout.parameters().size());
    for (Layout.Values values : layout.parameters()) {
      out.writeUTF(values.name());
      writeShape(out, values.shape());
      out.writeInt(values.first());
      out.writeUTF(values.declared().name());
    }
    out.writeInt(layout.rows().size());
    for (Layout.Rows rows : layout.rows()) {
      out.writeInt(rows.constraint());
      out.writeUTF(rows.label());
      writeShape(out, rows.shape());
      out.writeUTF(rows.kind().name());
      out.writeBoolean(rows.symmetric());
      out.writeInt(rows.first());
      out.writeInt(rows.count());
    }
  }

  private static Layout readLayout(DataInputStream in) throws IOException {
    String model = in.readUTF();
    List<Layout.Columns> variables = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      variables.add(
          new Layout.Columns(
              in.readUTF(),
              readShape(in),
              Structure.valueOf(in.readUTF()),
              in.readInt(),
              in.readBoolean()));
    }
    List<Layout.Values> parameters = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      parameters.add(
          new Layout.Values(in.readUTF(), readShape(in), in.readInt(), Sign.valueOf(in.readUTF())));
    }
    List<Layout.Rows> rows = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      rows.add(
          new Layout.Rows(
              in.readInt(),
              in.readUTF(),
              readShape(in),
              Constraint.Kind.valueOf(in.readUTF()),
              in.readBoolean(),
              in.readInt(),
              in.readInt()));
    }
    return new Layout(model, variables, parameters, rows);
  }

  private static void writeShape(DataOutputStream out, Shape shape) throws IOException {
    out.writeInt(shape.rows());
    out.writeInt(shape.columns());
  }

  private static Shape readShape(DataInputStream in) throws IOException {
    return new Shape(in.readInt(), in.readInt());
  }

  private static void writePattern(DataOutputStream out, SparseMatrix matrix) throws IOException {
    out.writeInt(matrix.rows());
    out.writeInt(matrix.columns());
    writeInts(out, matrix.columnStarts());
    writeInts(out, matrix.rowIndices());
  }

  private static SparseMatrix readPattern(DataInputStream in) throws IOException {
    int rows = in.readInt();
    int columns = in.readInt();
    int[] starts = readInts(in);
    int[] indices = readInts(in);
    return new SparseMatrix(rows, columns, starts, indices, new double[indices.length]);
  }

  private static void writeMap(DataOutputStream out, ParameterMap map) throws IOException {
    writeDoubles(out, map.base());
    writeInts(out, map.slot());
    writeInts(out, map.parameter());
    writeDoubles(out, map.factor());
  }

  private static ParameterMap readMap(DataInputStream in) throws IOException {
    return new ParameterMap(readDoubles(in), readInts(in), readInts(in), readDoubles(in));
  }

  static void writeDoubles(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static double[] readDoubles(DataInputStream in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  private static void writeInts(DataOutputStream out, int[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static int[] readInts(DataInputStream in) throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }
}
