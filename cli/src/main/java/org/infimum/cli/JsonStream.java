package org.infimum.cli;

import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON piece by piece; a number that is not finite becomes {@code null}. */
final class JsonStream implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  /** Starts on a stream that stays open in the end. */
  JsonStream(OutputStream out) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  JsonStream beginObject() {
    json.writeStartObject();
    return this;
  }

  JsonStream beginObject(String name) {
    json.writeObjectPropertyStart(name);
    return this;
  }

  JsonStream endObject() {
    json.writeEndObject();
    return this;
  }

  JsonStream beginArray() {
    json.writeStartArray();
    return this;
  }

  JsonStream beginArray(String name) {
    json.writeArrayPropertyStart(name);
    return this;
  }

  JsonStream endArray() {
    json.writeEndArray();
    return this;
  }

  JsonStream text(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  JsonStream text(String value) {
    json.writeString(value);
    return this;
  }

  JsonStream whole(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonStream truth(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonStream number(String name, double value) {
    json.writeName(name);
    return number(value);
  }

  JsonStream number(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
    return this;
  }

  /** A line break for the reader's eye: white space to JSON. */
  JsonStream newLine() {
    json.writeRaw('\n');
    return this;
  }

  @Override
  public void close() {
    json.close();
  }
}
