/** Full RFC 8785 for records beyond the ledger profile, such as lineage events. Depends on canonical alone. */
@NullMarked
package io.provenant.proof.json;

import org.jspecify.annotations.NullMarked;
