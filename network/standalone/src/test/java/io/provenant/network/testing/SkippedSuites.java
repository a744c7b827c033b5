package io.provenant.network.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Counts what is skipped for want of a ledger or an engine, and says so in one line when the test run ends. */
public final class SkippedSuites implements AutoCloseable {

    private final String reason;
    private final Map<Class<?>, Long> testsByClass = new ConcurrentHashMap<>();

    public SkippedSuites(String reason) {
        this.reason = reason;
    }

    public void add(Class<?> suite) {
        testsByClass.put(
                suite,
                Arrays.stream(suite.getDeclaredMethods())
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .count());
    }

    @Override
    public void close() {
        long tests = testsByClass.values().stream().mapToLong(Long::longValue).sum();
        String names = testsByClass.keySet().stream()
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(", "));
        System.out.println("skipped " + tests + " tests of " + names + ": " + reason);
    }
}
