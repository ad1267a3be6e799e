package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NativeKernelsTest {
  @Test
  void aLibraryThatIsNotThereEndsTheCommandWithOneSentence() {
    Invocation run = Invocation.of("solve", "--native-blas=/nowhere/libblas.so", "afiro.mps");
    assertEquals(2, run.exitCode());
    assertEquals(
        "A native BLAS was asked for, but /nowhere/libblas.so is no library that can be loaded.",
        run.err().strip());
    assertEquals("", run.out());
  }
}
