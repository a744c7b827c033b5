package io.provenant.gateway.api;

import io.provenant.gateway.log.Log;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a tile (C2SP tlog-tiles): {@code <level>/<number>[.p/<width>]} or {@code entries/<number>[.p/<width>]},
 * the number in groups of three digits, all but the last with {@code x} in front.
 *
 * @param level 0 to 5; -1 for entries
 * @param width 1 to 256 hashes
 */
record TilePath(int level, long number, int width) {

    private static final int FULL = 256;
    private static final Pattern FORM =
            Pattern.compile("/(entries|[0-5])/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? -1 : Integer.parseInt(form.group(1));
        long number = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        return width > FULL ? Optional.empty() : Optional.of(new TilePath(level, number, width));
    }

    /** The bytes of the tile, or nothing where the log's last checkpoint does not reach that far. */
    Optional<byte[]> read(Log log) {
        return level < 0 ? log.entriesTile(number, width) : log.hashTile(level, number, width);
    }
}
