package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * The channel's blocks, one frame each. A block is on disk once {@link #append} has returned; each continues the one
 * before, or the file is refused.
 */
public final class BlockFile implements Closeable {

    /** What opening tells of each block that is not known yet, in order. */
    @FunctionalInterface
    public interface Visitor {

        void block(Block block) throws IOException;
    }

    /** Blocks that need not be read again: where each begins, where the last ends, and the hash of its header. */
    public record Known(List<Long> offsets, long end, ByteString tip) {

        public Known {
            offsets = List.copyOf(offsets);
        }

        public static Known nothing() {
            return new Known(List.of(), 0, ByteString.EMPTY);
        }
    }

    private final FrameFile frames;
    private final BlockOffsets offsets;
    private ByteString tip;

    private BlockFile(FrameFile frames, BlockOffsets offsets, ByteString tip) {
        this.frames = frames;
        this.offsets = offsets;
        this.tip = tip;
    }

    /** Opens the file and tells of every block behind the known ones. */
    public static BlockFile open(Path path, Known known, Visitor visitor) throws IOException {
        Opening opening = new Opening(path, known, visitor);
        FrameFile frames = FrameFile.open(path, known.end(), opening::frame);
        BlockFile file = new BlockFile(frames, opening.offsets, opening.tip);
        if (!known.offsets().isEmpty()) {
            file.checkKnown(path, known);
        }
        return file;
    }

    public void append(Block block) throws IOException {
        long offset = frames.append(block.toByteString());
        frames.sync();
        offsets.add(offset);
        tip = BlockHeaders.hash(block.getHeader());
    }

    public Block read(long number) throws IOException {
        return Block.parseFrom(frames.read(offsets.get(number)));
    }

    public long height() {
        return offsets.count();
    }

    /** What there is now, to be known at the next opening. Not while a block is appended. */
    public Known known() {
        return new Known(offsets.all(), frames.size(), tip);
    }

    public long size() {
        return frames.size();
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    private void checkKnown(Path path, Known known) throws IOException {
        long last = known.offsets().size() - 1L;
        BlockHeader header = read(last).getHeader();
        if (header.getNumber() != last || !BlockHeaders.hash(header).equals(known.tip())) {
            frames.close();
            throw new IOException(path + " is not the file whose first " + (last + 1)
                    + " blocks are known: delete what was kept of them");
        }
    }

    private static final class Opening {

        private final Path path;
        private final Visitor visitor;
        private final BlockOffsets offsets;
        private ByteString tip;

        Opening(Path path, Known known, Visitor visitor) {
            this.path = path;
            this.visitor = visitor;
            this.offsets = new BlockOffsets(known.offsets());
            this.tip = known.tip();
        }

        void frame(long offset, ByteString content) throws IOException {
            Block block = Block.parseFrom(content);
            BlockHeader header = block.getHeader();
            if (header.getNumber() != offsets.count()
                    || !header.getPreviousHash().equals(tip)) {
                throw new IOException(path + " has at byte " + offset + " block " + header.getNumber()
                        + ", which does not continue block " + (offsets.count() - 1));
            }
            if (!header.getDataHash().equals(BlockHeaders.dataHash(block.getData()))) {
                throw new IOException(path + " has in block " + header.getNumber() + " other transactions than hashed");
            }
            visitor.block(block);
            offsets.add(offset);
            tip = BlockHeaders.hash(header);
        }
    }
}
