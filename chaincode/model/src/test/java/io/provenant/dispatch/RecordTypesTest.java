package io.provenant.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.ledger.EntryType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of records is complete: whoever adds a type adds its line. */
class RecordTypesTest {

    @Test
    void names_every_record_of_the_model_once() throws Exception {
        List<String> declared = declaredTypes().map(EntryType::code).sorted().toList();

        assertThat(RecordTypes.all()).extracting(EntryType::code).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(declared).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @Test
    void no_two_records_share_a_name() {
        assertThat(RecordTypes.all()).extracting(EntryType::docType).doesNotHaveDuplicates();
    }

    private static Stream<EntryType<?>> declaredTypes() throws IOException {
        Path classes = Path.of(EntryType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(RecordTypesTest::typesOf);
        }
    }

    private static Stream<EntryType<?>> typesOf(String className) {
        try {
            return Stream.of(Class.forName(className, false, EntryType.class.getClassLoader())
                            .getDeclaredFields())
                    .filter(field -> field.getType() == EntryType.class && Modifier.isStatic(field.getModifiers()))
                    .map(RecordTypesTest::value);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EntryType<?> value(Field field) {
        try {
            return (EntryType<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
