package org.infimum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class KernelBenchmarksTest {
  @Test
  void everyKernelHasItsBenchmark() {
    Set<String> classes = new TreeSet<>();
    for (BenchmarkListEntry entry :
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of())) {
      String name = entry.getUsername();
      String type = name.substring(0, name.lastIndexOf('.'));
      classes.add(type.substring(type.lastIndexOf('.') + 1));
    }
    assertEquals(
        Set.of(
            "ArrayKernelBenchmark",
            "DenseFactorBenchmark",
            "DensePanelBenchmark",
            "DenseProductBenchmark",
            "LdlFactorBenchmark",
            "ReaderBenchmark",
            "SmallBatchBenchmark"),
        classes);
  }
}
