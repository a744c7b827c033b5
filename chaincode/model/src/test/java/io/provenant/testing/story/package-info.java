/** One market from its founding on, every record of it written by a command, for tests that need all of them. */
@NullMarked
package io.provenant.testing.story;

import org.jspecify.annotations.NullMarked;
