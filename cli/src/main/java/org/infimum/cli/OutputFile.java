package org.infimum.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.infimum.core.InputException;

/**
 * A file that will be written when there is something to write, but is opened before the work
 * begins: what cannot be written is known before an hour is spent, and an older file keeps its
 * content until there is a new one.
 */
final class OutputFile implements AutoCloseable {
  private final Path path;
  private final boolean created;
  private final FileChannel channel;
  private boolean written;

  private OutputFile(Path path, boolean created, FileChannel channel) {
    this.path = path;
    this.created = created;
    this.channel = channel;
  }

  /**
   * Opens the file without changing it.
   *
   * @throws InputException if it cannot be written, or is the problem itself
   */
  static OutputFile open(Path path, String option, String problem) {
    boolean exists = Files.exists(path);
    try {
      if (exists
          && !problem.equals(ProblemSource.STANDARD_INPUT)
          && Files.exists(ProblemSource.path(problem))
          && Files.isSameFile(path, ProblemSource.path(problem))) {
        throw new InputException(option + " would overwrite the problem " + problem + ".");
      }
      return new OutputFile(
          path,
          !exists,
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new InputException(
          option + " cannot be written to " + path + ": " + reason(path, e) + ".", e);
    }
  }

  private static String reason(Path path, IOException e) {
    if (Files.isDirectory(path)) {
      return "it is a folder";
    }
    return switch (e) {
      case NoSuchFileException _ -> "its folder does not exist";
      case AccessDeniedException _ -> "permission denied";
      default -> Failure.oneLine(String.valueOf(e.getMessage()));
    };
  }

  /** The content from now on; what was in the file is gone. */
  OutputStream content() {
    written = true;
    try {
      channel.truncate(0);
    } catch (IOException e) {
      throw failed(e);
    }
    return Channels.newOutputStream(channel);
  }

  /** The sentence for a failure while writing. */
  InputException failed(Exception e) {
    return new InputException(
        "Writing " + path + " failed: " + Failure.oneLine(String.valueOf(e.getMessage())) + ".", e);
  }

  /** Closes the file; one that was created and never written is removed again. */
  @Override
  public void close() {
    try {
      channel.close();
      if (created && !written) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
