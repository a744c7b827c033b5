package io.provenant.network.testing;

import io.provenant.network.record.RecordFiles;
import io.provenant.network.record.SuiteRecord;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts what a suite did on real Fabric, and keeps it where the run writes down what it sees. */
final class SuiteCounter implements TestWatcher, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SuiteCounter.class);

    private static final class Counts {
        private final AtomicInteger passed = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        counts(context).passed.incrementAndGet();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        counts(context).failed.incrementAndGet();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!RecordFiles.isRecording() || !TestRun.ledger().isReal()) {
            return;
        }
        Counts counts = counts(context);
        if (context.getExecutionException().isPresent()) {
            counts.failed.incrementAndGet();
        }
        int passed = counts.passed.get();
        SuiteRecord.keep(
                context.getRequiredTestClass().getSimpleName(),
                TestRun.ledger().code(),
                passed + counts.failed.get(),
                passed);
    }

    private static Counts counts(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(context.getRequiredTestClass(), absent -> new Counts(), Counts.class);
    }
}
