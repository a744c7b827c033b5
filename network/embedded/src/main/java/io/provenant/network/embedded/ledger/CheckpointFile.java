package io.provenant.network.embedded.ledger;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.provenant.network.embedded.block.BlockFile;
import io.provenant.network.embedded.block.OwnerOnly;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from the first blocks, kept so that a long chain opens fast. Never needed: where the file is missing,
 * damaged or of another form, all blocks are read instead.
 */
final class CheckpointFile {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);
    private static final String NAME = "state";
    private static final String TEMPORARY = "state.new";
    private static final int FORM = 2;
    private static final int HEADER_BYTES = 2 * Integer.BYTES;
    private static final int BUFFER_BYTES = 1 << 16;

    private CheckpointFile() {}

    /** Takes up what is kept and says which blocks are in it. */
    static BlockFile.Known load(Path folder, Path blocks, Chain chain) throws IOException {
        Path path = folder.resolve(NAME);
        if (!isWhole(path)) {
            return BlockFile.Known.nothing();
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            file.skipNBytes(HEADER_BYTES);
            CodedInputStream content = CodedInputStream.newInstance(file);
            content.setSizeLimit(Integer.MAX_VALUE);
            CheckpointReader reader = new CheckpointReader(content);
            BlockFile.Known known = reader.readKnown();
            if (Files.size(blocks) < known.end()) {
                LOG.warn("{} knows more blocks than {} has: reading what there is", path, blocks);
                return BlockFile.Known.nothing();
            }
            reader.read(known.offsets().size(), chain);
            return known;
        }
    }

    static void save(Path folder, BlockFile.Known known, Chain chain) throws IOException {
        Path temporary = folder.resolve(TEMPORARY);
        Files.deleteIfExists(temporary);
        try (FileChannel channel = OwnerOnly.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.position(HEADER_BYTES);
            CheckedOutputStream checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
            OutputStream buffered = new BufferedOutputStream(checked, BUFFER_BYTES);
            CodedOutputStream content = CodedOutputStream.newInstance(buffered);
            new CheckpointWriter(content).write(known, chain);
            content.flush();
            buffered.flush();
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            header.putInt(FORM).putInt((int) checked.getChecksum().getValue()).flip();
            channel.write(header, 0);
            channel.force(true);
        }
        OwnerOnly.replace(folder, TEMPORARY, NAME);
    }

    private static boolean isWhole(Path path) throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        if (Files.size(path) < HEADER_BYTES) {
            LOG.warn("{} is cut short: reading all blocks", path);
            return false;
        }
        try (DataInputStream header = new DataInputStream(Files.newInputStream(path));
                CheckedInputStream checked =
                        new CheckedInputStream(new BufferedInputStream(header, BUFFER_BYTES), new CRC32C())) {
            int form = header.readInt();
            int check = header.readInt();
            checked.transferTo(OutputStream.nullOutputStream());
            boolean isWhole =
                    form == FORM && check == (int) checked.getChecksum().getValue();
            if (!isWhole) {
                LOG.warn("{} is damaged or of another form: reading all blocks", path);
            }
            return isWhole;
        }
    }
}
