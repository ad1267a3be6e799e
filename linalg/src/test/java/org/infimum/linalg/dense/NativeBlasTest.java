package org.infimum.linalg.dense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeBlasTest {
  @Test
  void noLibraryIsUsedUnlessAskedFor() {
    assertEquals(Optional.empty(), NativeBlas.name());
  }

  @Test
  void aLibraryThatIsNotThereIsNamedInOneSentence() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> NativeBlas.use("/nowhere/libblas.so"));
    assertEquals(
        "A native BLAS was asked for, but /nowhere/libblas.so is no library that can be loaded.",
        refusal.getMessage());
    assertEquals(Optional.empty(), NativeBlas.name());
  }

  @Test
  void aLibraryWithoutTheInterfaceIsRefused() {
    String other = System.mapLibraryName("m").replace(".so", ".so.6");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> NativeBlas.use(other));
    assertTrue(String.valueOf(refusal.getMessage()).contains(other), refusal::getMessage);
  }

  @Test
  void theLibraryIsUsedUntilItIsStopped() {
    NativeLibrary.use();
    assertTrue(NativeBlas.name().orElseThrow().contains("openblas"));
    NativeBlas.stop();
    assertEquals(Optional.empty(), NativeBlas.name());
  }
}
