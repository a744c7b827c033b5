package io.provenant.network.testing;

import io.provenant.network.fabric.FabricBinaries;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class where real Fabric is asked for and its programs are not there, and counts it. */
final class LedgerCondition implements ExecutionCondition {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LedgerCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()
                || !TestRun.ledger().isReal()
                || FabricBinaries.find(System.getenv()).isPresent()) {
            return ConditionEvaluationResult.enabled("there is a ledger");
        }
        String reason = "no Fabric programs in FABRIC_BIN, on the PATH or in ~/.cache/provenant/fabric";
        context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(SkippedSuites.class, absent -> new SkippedSuites(reason), SkippedSuites.class)
                .add(context.getRequiredTestClass());
        return ConditionEvaluationResult.disabled(reason);
    }
}
