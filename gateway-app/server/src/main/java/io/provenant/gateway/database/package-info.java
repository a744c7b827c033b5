/**
 * A PostgreSQL that is started and stopped with its user. It may use the vault's {@code FolderLock} and nothing else of
 * the gateway.
 */
@NullMarked
package io.provenant.gateway.database;

import org.jspecify.annotations.NullMarked;
