package org.infimum.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes, and what stops it.
 *
 * @param in standard input
 * @param out standard output: results only
 * @param err standard error: messages
 * @param interruption the user's wish to stop
 * @param debug whether internal errors come with their stack trace
 */
record Terminal(
    InputStream in, PrintStream out, PrintStream err, Interruption interruption, boolean debug) {}
