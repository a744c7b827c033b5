/** A channel's life: its first block, its orderers and peers joining, its chaincodes agreed on and packaged. */
@NullMarked
package io.provenant.network.fabric.channel;

import org.jspecify.annotations.NullMarked;
