package org.infimum.reproduce;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/** Handwritten digits as vectors of grey levels from 0 to 1, from the folder of benchmark data. */
final class Mnist {
  private static final int MAGIC = 0x803;

  private Mnist() {}

  /**
   * The first {@code count} images, one after the other.
   *
   * @param pixels numbers in an image
   * @param images the images
   */
  record Images(int count, int pixels, float[] images) {}

  /** At most {@code most} images; null where the data folder does not have them. */
  static @Nullable Images load(@Nullable Path dataFolder, int most) {
    if (dataFolder == null) {
      return null;
    }
    Path file = dataFolder.resolve("mnist").resolve("images-idx3-ubyte.gz");
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new GZIPInputStream(raw, 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new InputException("The file " + file + " does not hold images in the IDX format.");
      }
      int count = Math.min(most, in.readInt());
      int pixels = Math.multiplyExact(in.readInt(), in.readInt());
      byte[] grey = in.readNBytes(Math.multiplyExact(count, pixels));
      if (grey.length < count * pixels) {
        throw new InputException("The file " + file + " ends before its last image.");
      }
      float[] images = new float[grey.length];
      for (int i = 0; i < grey.length; i++) {
        images[i] = (grey[i] & 0xFF) / 255.0f;
      }
      return new Images(count, pixels, images);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
