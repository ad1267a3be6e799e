package org.infimum.core;

/**
 * A catalogue card: one method and where it comes from.
 *
 * @param key the catalogue key, for example {@code infeasibility}
 * @param title what the method is called
 * @param paper authors, title, year and identifier of the source
 * @param room the room that carries it, for example {@code convex}
 * @param entryPoint how to call it: a Java entry point and a command
 * @param gives one line that says what the user gets
 */
public record Card(
    String key, String title, String paper, String room, String entryPoint, String gives) {}
