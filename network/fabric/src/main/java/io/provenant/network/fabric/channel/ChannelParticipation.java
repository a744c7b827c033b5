package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The orderers' HTTP interface for joining channels ({@code /participation/v1}), each spoken to as that orderer itself. */
public final class ChannelParticipation {

    private static final String BOUNDARY = "provenant-channel-block";

    /** Joins the channel of the block; an orderer that has joined it already is left as it is. */
    public void join(OrdererPlace orderer, String channel, Path block) {
        URI channels = URI.create("https://127.0.0.1:" + orderer.adminPort() + "/participation/v1/channels");
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(OwnTls.of(orderer.tls()))
                .build();
        Waiting.until(
                "the admin port of " + orderer.name(), () -> answers(http, channels)); // opens after its health is well
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(URI.create(channels + "/" + channel)).build();
            if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return;
            }
            HttpRequest request = HttpRequest.newBuilder(channels)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form(Files.readAllBytes(block))))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new FabricException(orderer.name() + " does not join channel " + channel + ": "
                        + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new FabricException("cannot ask " + orderer.name() + " to join channel " + channel, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("interrupted while " + orderer.name() + " joins channel " + channel, e);
        }
    }

    private static boolean answers(HttpClient http, URI uri) {
        try {
            http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("interrupted while asking " + uri, e);
        }
    }

    private static byte[] form(byte[] block) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--" + BOUNDARY + "\r\n"
                        + "Content-Disposition: form-data; name=\"config-block\"; filename=\"channel.block\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.write(block);
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }
}
