package io.provenant.network.record;

import io.provenant.network.fabric.FabricBinaries;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.shim.ChaincodeBase;

/**
 * What took part in a run on real Fabric.
 *
 * @param fabric as the given programs say of themselves
 */
public record Versions(String fabric, String shim, String gateway, String jdk) {

    private static final Pattern OF_A_JAR = Pattern.compile("-([0-9][0-9.]*)\\.jar$");

    /** Of this run. */
    public static Versions ofThisRun() {
        return new Versions(
                FabricBinaries.require(System.getenv()).version(),
                ofJar(ChaincodeBase.class),
                ofJar(Gateway.class),
                Runtime.version().toString());
    }

    private static String ofJar(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        Matcher version = OF_A_JAR.matcher(jar);
        if (!version.find()) {
            throw new IllegalStateException("the name of " + jar + " tells no version");
        }
        return version.group(1);
    }
}
