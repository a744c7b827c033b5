/** What a verification found: each check, the level reached, the verdict. */
@NullMarked
package io.provenant.proof.report;

import org.jspecify.annotations.NullMarked;
