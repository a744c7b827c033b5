package io.provenant.network.testing;

import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the ledger that {@link OnLedger} asks for, gives it to the tests, and ends it after them. */
final class LedgerExtension implements BeforeAllCallback, ParameterResolver {

    private static final String MSP = "MSP";
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LedgerExtension.class);

    // A class's store finds what the root's holds under the same key, so whether it is shared is part of the key.
    private record Kept(LedgerSpec spec, boolean isShared) {}

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
        return owner.getStore(NAMESPACE)
                .computeIfAbsent(new Kept(spec(asked), asked.isShared()), kept -> up(kept.spec()), TestLedger.class);
    }

    private static OnLedger asked(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), OnLedger.class, context.getEnclosingTestClasses())
                .orElseThrow(() -> new IllegalStateException("no @OnLedger at " + context.getRequiredTestClass()));
    }

    private static LedgerSpec spec(OnLedger asked) {
        List<MemberSettings> members = Arrays.stream(asked.mspIds())
                .map(mspId -> new MemberSettings(mspId, domain(mspId)))
                .toList();
        return new LedgerSpec(asked.channel(), members, List.of(asked.code().code()), TestLedger.EXECUTE_TIMEOUT);
    }

    /** The domain in which an organisation's nodes are named. */
    private static String domain(String mspId) {
        String name = mspId.endsWith(MSP) ? mspId.substring(0, mspId.length() - MSP.length()) : mspId;
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-") + ".example";
    }

    private static TestLedger up(LedgerSpec spec) {
        Path folder = newFolder();
        LedgerKind kind = TestRun.ledger();
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
