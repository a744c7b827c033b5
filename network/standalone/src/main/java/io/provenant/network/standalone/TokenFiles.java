package io.provenant.network.standalone;

import io.provenant.network.identity.PrivateFiles;
import io.provenant.network.standalone.story.Tokens;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;

/** A file with a bearer token for each login of the standalone market; they are good for twelve hours. */
final class TokenFiles {

    private TokenFiles() {}

    static void write(Path folder, Market market) {
        Map<String, String> secrets = market.secrets().byLogin();
        Tokens tokens = new Tokens(HttpClient.newHttpClient(), market.issuer(), secrets);
        secrets.keySet().forEach(login -> PrivateFiles.writePrivate(folder.resolve(login), tokens.of(login)));
    }
}
