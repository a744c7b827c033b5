package io.provenant.network.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class that starts the ledger of {@link TestRun#ledger} by itself; skipped where that cannot be. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({LedgerCondition.class, SuiteCounter.class})
public @interface OnAskedLedger {}
