package io.provenant.network.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs on a ledger, given to constructors and methods as a {@link TestLedger}. Which kind of ledger
 * {@link TestRun#ledger} says.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({LedgerCondition.class, LedgerExtension.class, SuiteCounter.class})
public @interface OnLedger {

    /** What runs on it. */
    Code code() default Code.PROVENANT;

    String channel() default "market";

    /** The organisations, each with a peer; any two endorse. */
    String[] mspIds() default {"ExchangeMSP", "RegulatorMSP", "AssociationMSP"};

    /** Whether classes that ask for the same ledger get the same one, one after the other, instead of a new one each. */
    boolean isShared() default false;
}
