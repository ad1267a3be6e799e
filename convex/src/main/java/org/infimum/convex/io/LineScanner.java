package org.infimum.convex.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.infimum.core.InputException;

/**
 * Cuts a stream into lines without copying them: the current line is {@code bytes()[start(),
 * end())} until the next call of {@link #next()}. Line ends are LF or CR LF.
 */
final class LineScanner {
  /** Longer lines are refused, so that a damaged file cannot ask for unlimited memory. */
  static final int LONGEST_LINE = 1 << 24;

  private final InputStream in;
  private final ReadLog log;
  private byte[] buffer = new byte[1 << 16];
  private int filled;
  private int start;
  private int end;
  private int following;
  private int number;
  private boolean exhausted;

  LineScanner(InputStream in, ReadLog log) {
    this.in = in;
    this.log = log;
  }

  /** The array that holds the current line. */
  byte[] bytes() {
    return buffer;
  }

  /** Offset of the first byte of the line. */
  int start() {
    return start;
  }

  /** Offset behind the last byte of the line, line end excluded. */
  int end() {
    return end;
  }

  /** Number of the current line, from 1. */
  int number() {
    return number;
  }

  ReadLog log() {
    return log;
  }

  /** Moves to the next line; false at the end of the stream. */
  boolean next() {
    start = following;
    int at = start;
    while (true) {
      byte[] bytes = buffer;
      int limit = filled;
      while (at < limit && bytes[at] != '\n') {
        at++;
      }
      if (at < limit) {
        following = at + 1;
        break;
      }
      int scanned = at - start;
      boolean more = !exhausted && refill();
      at = start + scanned;
      if (!more) {
        following = at;
        if (scanned == 0) {
          return false;
        }
        break;
      }
    }
    number++;
    end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
    if (number == 1) {
      skipByteOrderMark();
    }
    return true;
  }

  /** Keeps the bytes from {@code start} on and reads more behind them; false at the end. */
  private boolean refill() {
    int kept = filled - start;
    if (kept > LONGEST_LINE) {
      throw log.error(number + 1, "the line is longer than " + LONGEST_LINE + " bytes.");
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, kept);
    } else if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * kept);
    }
    start = 0;
    filled = kept;
    int count = read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      exhausted = true;
      return false;
    }
    filled += count;
    return true;
  }

  private int read(byte[] target, int offset, int length) {
    try {
      return in.read(target, offset, length);
    } catch (IOException failure) {
      throw readFailure(log, number, failure);
    }
  }

  /** One sentence for a stream that breaks off behind the given line. */
  static InputException readFailure(ReadLog log, int line, IOException failure) {
    String where = line > 0 ? " after line " + line : "";
    if (failure instanceof EOFException) {
      return log.error("the gzip data ends early" + where + ": the file is truncated.", failure);
    }
    if (failure instanceof ZipException) {
      return log.error("the gzip data is damaged" + where + ".", failure);
    }
    return log.error("the file cannot be read" + where + ".", failure);
  }

  private void skipByteOrderMark() {
    if (end - start >= 3
        && buffer[start] == (byte) 0xEF
        && buffer[start + 1] == (byte) 0xBB
        && buffer[start + 2] == (byte) 0xBF) {
      start += 3;
    }
  }

  /** Reads what follows the current line to its end, so that a truncated gzip stream shows. */
  void drain() {
    byte[] discarded = new byte[1 << 13];
    int count;
    do {
      count = read(discarded, 0, discarded.length);
    } while (count >= 0);
  }
}
