package io.provenant.network.fault;

import io.provenant.network.testing.OnAskedLedger;
import io.provenant.network.testing.TestRun;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test class that breaks processes of a network; skipped on a ledger that has none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnAskedLedger
@ExtendWith(OnRealFabric.Condition.class)
@interface OnRealFabric {

    /** Says in one line why a class is skipped. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isPresent() || TestRun.ledger().isReal()) {
                return ConditionEvaluationResult.enabled("there are processes to break");
            }
            String suite = context.getRequiredTestClass().getSimpleName();
            System.out.println("skipped " + suite + ": it breaks processes of real Fabric, run with -Dledger=fabric");
            return ConditionEvaluationResult.disabled("not on real Fabric");
        }
    }
}
