package org.infimum.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Sense;
import tools.jackson.core.JacksonException;

/** The answer by name as JSON, written as a stream; {@code infimum check} reads it. */
final class SolutionFile {
  private SolutionFile() {}

  static void write(Solved solved, OutputFile file) {
    try (OutputStream content = new BufferedOutputStream(file.content(), 1 << 16);
        JsonStream json = new JsonStream(content)) {
      ConicProgram program = solved.program();
      ConicResult result = solved.result();
      UserAnswer answer = new UserAnswer(program, result.x(), result.y());
      json.beginObject()
          .text("problem", solved.name())
          .text("status", result.status().label())
          .text("objectiveSense", program.sense() == Sense.MAXIMIZE ? "maximize" : "minimize")
          .number("objective", solved.objective())
          .number("dualObjective", solved.dualObjective());
      variables(json, program, answer);
      constraints(json, program, answer);
      Certificate certificate = solved.certificate();
      if (certificate != null) {
        certificate(json, program, certificate);
      }
      json.newLine().endObject().newLine();
    } catch (IOException | JacksonException e) {
      throw file.failed(e);
    }
  }

  private static void variables(JsonStream json, ConicProgram program, UserAnswer answer) {
    json.newLine().beginObject("variables");
    for (int j = 0; j < program.columns(); j++) {
      json.newLine()
          .beginObject(program.columnName(j))
          .number("value", answer.value(j))
          .number("reducedCost", answer.reducedCost(j))
          .number("lower", program.columnLower()[j])
          .number("upper", program.columnUpper()[j])
          .endObject();
    }
    json.endObject();
  }

  private static void constraints(JsonStream json, ConicProgram program, UserAnswer answer) {
    json.newLine().beginObject("constraints");
    for (int i = 0; i < program.rows(); i++) {
      json.newLine()
          .beginObject(program.rowName(i))
          .number("activity", answer.activity(i))
          .number("dual", answer.dual(i))
          .number("slack", answer.slack(i))
          .endObject();
    }
    json.endObject();
  }

  /** The ray without its zeros, whatever the sense of the objective. */
  private static void certificate(JsonStream json, ConicProgram program, Certificate certificate) {
    json.newLine()
        .beginObject("certificate")
        .text("kind", certificate.kind())
        .number("error", certificate.error());
    CertificateJson.body(json, program, certificate, Evidence.support(Evidence.ray(certificate)));
    json.endObject();
  }
}
