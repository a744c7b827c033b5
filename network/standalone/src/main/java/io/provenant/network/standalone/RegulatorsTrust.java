package io.provenant.network.standalone;

import io.provenant.canonical.JsonObject;
import io.provenant.network.standalone.identity.MemberFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The trust file that the regulator makes for itself (domain 3a.12): which market, which code, whose roots, and how many
 * organisations have to have signed.
 */
final class RegulatorsTrust {

    private RegulatorsTrust() {}

    static Path write(Path folder, List<MemberFolder> members, String foundedTx, String codeSha256) {
        List<MemberFolder> byMsp = members.stream()
                .sorted(Comparator.comparing(member -> member.member().mspId()))
                .toList();
        JsonObject trust = JsonObject.empty()
                .with("v", 1)
                .with("docType", "Trust")
                .with("channel", MarketLedger.CHANNEL)
                .with("foundedTx", foundedTx)
                .with("chaincode", MarketLedger.CHAINCODE)
                .withTexts("codeSha256", List.of(codeSha256))
                .withObjects(
                        "organisations",
                        byMsp.stream().map(RegulatorsTrust::organisation).toList())
                .with(
                        "policy",
                        JsonObject.empty()
                                .with("atLeast", 2)
                                .withTexts(
                                        "mspIds",
                                        byMsp.stream()
                                                .map(member -> member.member().mspId())
                                                .toList()));
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("trust.json"), trust.canonical(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the trust file", e);
        }
    }

    private static JsonObject organisation(MemberFolder member) {
        return JsonObject.empty()
                .with("mspId", member.member().mspId())
                .withTexts("roots", List.of(member.root()))
                .withTexts("intermediates", List.of())
                .withTexts("crls", List.of());
    }
}
