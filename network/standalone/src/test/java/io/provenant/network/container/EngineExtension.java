package io.provenant.network.container;

import io.provenant.network.testing.SkippedSuites;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips, by name and with the reason, what cannot run in containers here; builds the images for what can. */
final class EngineExtension implements ExecutionCondition, BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EngineExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("there is an engine");
        }
        Optional<String> missing = whatIsMissing(context);
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("there is an engine");
        }
        context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(missing.get(), SkippedSuites::new, SkippedSuites.class)
                .add(context.getRequiredTestClass());
        return ConditionEvaluationResult.disabled(missing.get());
    }

    private static Optional<String> whatIsMissing(ExtensionContext context) {
        boolean withFabric = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnEngine.class)
                .orElseThrow()
                .withFabric();
        return EngineImages.whyNot().or(() -> withFabric ? EngineImages.whyNoFabric() : Optional.empty());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent("built", absent -> EngineImages.build());
    }
}
