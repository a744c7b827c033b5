package io.provenant.network.testing;

import io.provenant.network.fabric.FabricBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the ledger that {@link OnLedger} asks for, gives it to the tests, and ends it after them. */
final class LedgerExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LedgerExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()
                || !LedgerKind.asked().isReal()
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

    @Override
    public void beforeAll(ExtensionContext context) {
        ledger(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(TestLedger.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ledger(context);
    }

    private static TestLedger ledger(ExtensionContext context) {
        OnLedger asked = asked(context);
        ExtensionContext owner = asked.isShared() ? context.getRoot() : context;
        return owner.getStore(NAMESPACE).computeIfAbsent(LedgerSpec.of(asked), LedgerExtension::up, TestLedger.class);
    }

    private static OnLedger asked(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), OnLedger.class, context.getEnclosingTestClasses())
                .orElseThrow(() -> new IllegalStateException("no @OnLedger at " + context.getRequiredTestClass()));
    }

    private static TestLedger up(LedgerSpec spec) {
        Path folder = newFolder();
        LedgerKind kind = LedgerKind.asked();
        return new TestLedger(spec, kind, kind.up(spec, folder), folder);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "ledgers")), "ledger");
        } catch (IOException e) {
            throw new IllegalStateException("cannot make a folder for a ledger", e);
        }
    }
}
