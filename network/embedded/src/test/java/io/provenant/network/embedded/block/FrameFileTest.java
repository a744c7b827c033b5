package io.provenant.network.embedded.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameFileTest {

    private static final ByteString FIRST = ByteString.copyFromUtf8("the first frame");
    private static final ByteString SECOND = ByteString.copyFromUtf8("the second frame, a little longer");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void write_two_frames() throws IOException {
        path = folder.resolve("frames");
        try (FrameFile file = FrameFile.open(path, 0, (offset, content) -> {})) {
            file.append(FIRST);
            file.append(SECOND);
            file.sync();
        }
    }

    @Test
    void gives_back_what_was_appended() throws IOException {
        assertThat(frames()).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_last_frame_that_is_cut_anywhere_is_cut_off_whole() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        int begin = 12 + FIRST.size();
        for (int length = begin; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));

            assertThat(frames()).as("cut to %d bytes", length).containsExactly(FIRST);
            assertThat(Files.size(path)).isEqualTo(begin);
        }
    }

    @Test
    void what_follows_a_cut_is_appended_behind_the_last_whole_frame() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 1));

        try (FrameFile file = FrameFile.open(path, 0, (offset, content) -> {})) {
            file.append(SECOND);
        }

        assertThat(Files.readAllBytes(path)).isEqualTo(whole);
    }

    @Test
    void a_file_that_was_lengthened_but_not_written_to_is_cut() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length + 4096));

        assertThat(frames()).containsExactly(FIRST, SECOND);
        assertThat(Files.size(path)).isEqualTo(whole.length);
    }

    @Test
    void a_flipped_bit_before_the_last_frame_is_refused_and_never_cut() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int bit = 0; bit < 8 * (12 + FIRST.size()); bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(path, damaged);

            assertThatThrownBy(this::frames).as("bit %d", bit).isInstanceOf(IOException.class);
            assertThat(Files.size(path)).isEqualTo(whole.length);
        }
    }

    @Test
    void a_frame_that_was_damaged_while_open_is_not_given_out() throws IOException {
        try (FrameFile file = FrameFile.open(path, 0, (offset, content) -> {})) {
            byte[] damaged = Files.readAllBytes(path);
            damaged[20] ^= 1;
            Files.write(path, damaged);

            assertThatThrownBy(() -> file.read(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged at byte 0");
        }
    }

    @Test
    void nobody_but_the_owner_may_read_the_file() throws IOException {
        assertThat(Files.getPosixFilePermissions(path))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    private List<ByteString> frames() throws IOException {
        List<ByteString> frames = new ArrayList<>();
        FrameFile.open(path, 0, (offset, content) -> frames.add(content)).close();
        return frames;
    }
}
