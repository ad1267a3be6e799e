package org.infimum.convex.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.infimum.convex.ConicProgram;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The front door to problem files: MPS (fixed and free), QPS, CPLEX LP, CBF and SDPA sparse, plain
 * or gzip. A file's format follows from its extension ({@code .mps}, {@code .qps}, {@code .lp},
 * {@code .cbf}, {@code .dat-s}, each also with {@code .gz}) and else from its content; gzip is
 * always recognized by content.
 */
public final class ProblemFiles {
  private static final int GZIP_BUFFER = 1 << 16;
  private static final int SNIFFED = 1 << 16;

  private ProblemFiles() {}

  /** Whether the name's extension is that of a problem file, plain or compressed. */
  public static boolean isProblemFile(Path file) {
    return FileFormat.ofName(file.toString()) != null;
  }

  /**
   * Reads a problem file.
   *
   * @throws InputException if the file is missing or is not a problem this library can read; the
   *     message is one sentence with file and line
   */
  public static ReadProblem read(Path file, ReadOptions options) {
    String displayName = file.toString();
    if (!Files.exists(file)) {
      throw new InputException(displayName + ": there is no such file.");
    }
    if (Files.isDirectory(file)) {
      throw new InputException(
          displayName + ": a problem file is needed, but this is a directory.");
    }
    ReadLog log = new ReadLog(displayName);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, FileFormat.ofName(displayName), log, options);
    } catch (IOException failure) {
      throw log.error("the file cannot be read.", failure);
    }
  }

  /**
   * Reads a problem from a stream, to its end; the format is found from the content. The stream is
   * not closed.
   *
   * @param displayName what messages call the stream
   * @throws InputException as for a file
   */
  public static ReadProblem read(InputStream in, String displayName, ReadOptions options) {
    ReadLog log = new ReadLog(displayName);
    try {
      return read(in, null, log, options);
    } catch (IOException failure) {
      throw LineScanner.readFailure(log, 0, failure);
    }
  }

  /**
   * Writes a problem in the format that the file's extension states ({@code .mps}, {@code .qps},
   * {@code .lp}, {@code .cbf}, {@code .dat-s}, each also with {@code .gz}). Numbers are written so
   * that they read back exactly, except for the width of a range that no number expresses exactly
   * (MPS: within one unit in the last place), and elements of matrices that no file could have
   * stated (CBF, SDPA: the same).
   *
   * @return what the format changes although the problem is the same, one sentence each
   * @throws InputException if the extension states no format, if the format cannot express the
   *     problem or its names, or if the file cannot be written
   */
  public static List<String> write(ConicProgram program, Path file) {
    String displayName = file.toString();
    FileFormat format = FileFormat.ofName(displayName);
    ReadLog log = new ReadLog(displayName);
    if (format == null) {
      throw log.error(
          "the extension .mps, .qps, .lp, .cbf or .dat-s (and .gz) must state the format.");
    }
    ProblemWriter writer =
        switch (format) {
          case MPS -> new MpsWriter(program, log);
          case LP -> new LpWriter(program, log);
          case CBF -> new CbfWriter(program, log);
          case SDPA -> new SdpaWriter(program, log);
        };
    boolean compressed = displayName.toLowerCase(Locale.ROOT).endsWith(".gz");
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream text = compressed ? new GZIPOutputStream(out, GZIP_BUFFER) : out) {
      writer.write(text);
    } catch (IOException failure) {
      throw log.error("the file cannot be written.", failure);
    }
    return log.warnings();
  }

  private static ReadProblem read(
      InputStream raw, @Nullable FileFormat stated, ReadLog log, ReadOptions options)
      throws IOException {
    InputStream in = text(raw, log);
    FileFormat format = stated == null ? FileFormat.ofContent(prefix(in, log), log) : stated;
    LineScanner lines = new LineScanner(in, log);
    return switch (format) {
      case MPS -> MpsReader.read(lines, options);
      case LP -> LpReader.read(lines, options);
      case CBF -> CbfReader.read(lines, options);
      case SDPA -> SdpaReader.read(lines, options);
    };
  }

  /** The stream without its compression, if it has one. */
  private static InputStream text(InputStream raw, ReadLog log) throws IOException {
    InputStream in = new BufferedInputStream(raw, GZIP_BUFFER);
    in.mark(2);
    boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    if (!compressed) {
      return in;
    }
    try {
      return new BufferedInputStream(new GZIPInputStream(in, GZIP_BUFFER), SNIFFED);
    } catch (IOException failure) {
      throw LineScanner.readFailure(log, 0, failure);
    }
  }

  /** The first bytes of the text; the stream stays where it is. */
  private static byte[] prefix(InputStream in, ReadLog log) throws IOException {
    in.mark(SNIFFED);
    try {
      return in.readNBytes(SNIFFED);
    } catch (IOException failure) {
      throw LineScanner.readFailure(log, 0, failure);
    } finally {
      in.reset();
    }
  }
}
