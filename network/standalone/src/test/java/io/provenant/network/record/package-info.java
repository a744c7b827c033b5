/**
 * What runs on real Fabric leave behind among the sources of the tests, so that every later run can be compared with it
 * and the documents say what was seen and with which versions.
 */
@NullMarked
package io.provenant.network.record;

import org.jspecify.annotations.NullMarked;
