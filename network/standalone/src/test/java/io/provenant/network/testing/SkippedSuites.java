package io.provenant.network.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Counts what is skipped for want of a ledger or an engine, and says so in one line when the test run ends. It counts
 * methods: how often one with parameters would have run, nobody knows before it runs.
 */
public final class SkippedSuites implements AutoCloseable {

    private final String reason;
    private final Map<Class<?>, Integer> methodsByClass = new ConcurrentHashMap<>();

    public SkippedSuites(String reason) {
        this.reason = reason;
    }

    public void add(Class<?> suite) {
        methodsByClass.put(
                suite,
                AnnotationSupport.findAnnotatedMethods(suite, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .size());
    }

    String line() {
        int methods =
                methodsByClass.values().stream().mapToInt(Integer::intValue).sum();
        String names = methodsByClass.keySet().stream()
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(", "));
        return "skipped " + methods + " test methods of " + names + ": " + reason;
    }

    @Override
    public void close() {
        System.out.println(line());
    }
}
