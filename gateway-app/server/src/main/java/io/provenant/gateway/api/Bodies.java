package io.provenant.gateway.api;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** Request bodies as bytes, bounded before they are in memory. */
final class Bodies {

    /** What a request with one command, event or question may have. */
    static final int MAX_BYTES = 1 << 20;

    private Bodies() {}

    static byte[] read(InputStream body, int most) {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ApiProblem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "this route takes at most " + most + " bytes; split the request or send less");
            }
            return bytes;
        } catch (IOException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "not-acceptable", "the request ended too early; send it again");
        }
    }
}
