package dev.docket.model.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.docket.model.Classifiers;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.TextPackage;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.ocr.PublishedReader;
import dev.docket.model.packages.ModelPackages.Listed;
import dev.docket.model.picture.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackagesTest {
    @TempDir
    private Path folder;

    private Path home;
    private ModelPackages packages;

    @BeforeEach
    void open() {
        home = folder.resolve("home").resolve("models");
        packages = new ModelPackages(home);
    }

    @Test
    void whatShipsIsListedAndWhole() throws ModelFault {
        assertThat(packages.list())
                .extracting(Listed::version, Listed::kind, Listed::builtIn, Listed::broken)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("docket-text-1", "heads", true, ""),
                        org.assertj.core.groups.Tuple.tuple("docket-image-1", "image", true, ""));
        assertThat(packages.verify("docket-text-1").labels()).contains("toxicity");
        assertThat(packages.verify("docket-image-1").labels()).containsExactly("sexual", "suggestive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WordPiece", "Unigram", "told the places of tokens"})
    void aTextModelThatSomebodyBringsScoresTexts(String kind) throws Exception {
        var from = folder.resolve("text");
        packages.add(
                switch (kind) {
                    case "WordPiece" -> BroughtModel.text(from, "rude-1");
                    case "Unigram" -> BroughtModel.text(from, "rude-1", BroughtModel.unigram());
                    default -> BroughtModel.placed(from, "rude-1");
                });
        var brought = TextPackage.read(packages.find("rude-1").orElseThrow());
        try (var classifier = Classifiers.open(brought, false)) {
            var texts = List.of("how rude", "how kind", "", "kind ".repeat(300) + "rude " + "kind ".repeat(300));
            var scores = classifier.classify(texts, true);
            assertThat(scores.get(0).scores()).extracting(LabelScore::label).containsExactly("harassment");
            assertThat(scores.get(0).scores().getFirst().score()).isGreaterThan(0.9);
            assertThat(scores.get(1).scores().getFirst().score()).isEqualTo(0.5);
            assertThat(scores.get(3).scores().getFirst().score()).isGreaterThan(0.6);
            assertThat(scores.get(3).windows()).isGreaterThan(10);
            assertThat(scores.get(0).explanations()).isEmpty();
            assertThat(classifier.describe().version()).isEqualTo("rude-1");
        }
    }

    @Test
    void anImageModelThatSomebodyBringsScoresPictures() throws Exception {
        packages.add(BroughtModel.image(folder.resolve("image"), "colours-1"));
        var brought = ImagePackage.read(packages.find("colours-1").orElseThrow());
        try (var classifier = ImageClassifiers.open(brought, false)) {
            int[] red = new int[20 * 10];
            Arrays.fill(red, 0xff0000);
            var scores = classifier
                    .classify(List.of(new Frame(0, 20, 10, red)), true)
                    .getFirst();
            assertThat(scores.scores()).extracting(LabelScore::label).containsExactly("warm", "cold");
            assertThat(scores.scores().get(0).score()).isGreaterThan(0.99);
            assertThat(scores.scores().get(1).score()).isLessThan(0.01);
            assertThat(scores.maps()).isEmpty();
        }
    }

    @Test
    void aPackageGoesOutAsOneFileAndComesInAgain() throws Exception {
        var first = folder.resolve("first.zip");
        var second = folder.resolve("second.zip");
        packages.add(BroughtModel.image(folder.resolve("image"), "colours-1"));
        packages.export("colours-1", first);
        packages.export("colours-1", second);
        assertThat(first).hasSameBinaryContentAs(second);

        var elsewhere = new ModelPackages(folder.resolve("elsewhere"));
        assertThat(elsewhere.add(first).version()).isEqualTo("colours-1");
        assertThat(elsewhere.add(first).version()).isEqualTo("colours-1");
        assertThat(elsewhere.verify("colours-1").labels()).containsExactly("warm", "cold");
        assertThatThrownBy(() -> packages.export("colours-1", first)).isInstanceOf(ModelFault.class);
    }

    @Test
    void whatShipsGoesOutTooAndIsTheSameWhenItComesIn() throws Exception {
        var archive = folder.resolve("image.zip");
        packages.export("docket-image-1", archive);
        packages.add(archive);
        assertThat(packages.list()).hasSize(2);
    }

    @Test
    void aVersionNeverChanges() throws Exception {
        packages.add(BroughtModel.image(folder.resolve("one"), "colours-1"));
        var other = BroughtModel.image(folder.resolve("other"), "colours-1");
        change(other, manifest -> manifest.replace("CC0-1.0", "MIT"));
        refused(other, "never changes");
        change(other, manifest -> manifest.replace("colours-1", "docket-image-1"));
        refused(other, "never changes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"image\"     | \"kind\": \"sound\"        | no packages of kind 'sound'",
                "\"version\": \"c-1\"    | \"version\": \"../c\"      | A version is of",
                "\"version\": \"c-1\"    | \"other\": \"c-1\"         | does not say 'version'",
                "\"labels\"              | \"names\"                  | needs 'labels'",
                "\"warm\", \"cold\"      | \"warm\", \"warm\"         | needs 'labels'",
                "\"colours.onnx\":       | \"../../colours.onnx\":    | plain names",
                "\"model\": \"colours    | \"model\": \"others        | not among the package's files",
                "\"name\": \"pixels\"    | \"name\": \"picture\"      | inputs [pixels]",
                "\"classes\": \"logits\" | \"classes\": \"scores\"    | outputs [logits]",
                "[\"blue\", \"green\", \"red\"] | [\"blue\", \"green\", \"red\", \"grey\"] | for each of its classes",
                "\"warm\": [\"red\"]     | \"warm\": [\"infrared\"]   | is not made of classes",
                "\"width\": 8            | \"width\": 9               | failed on a picture",
                "\"width\": 8            | \"width\": 9000            | not what an image model reads",
                "\"slope\": 1,           | \"slope\": -1,             | slope is above zero",
                "0.05, 0.05, 0.05        | 0.05, 0.05                 | three deviations",
                "\"layout\": \"NHWC\",   | \"layout\": \"CHWN\",      | cannot be read",
                "\"layout\": \"NHWC\",   | \"row\": \"first\",        | input.layout",
                "\"licence\": \"CC0-1.0\" | \"licence\": \" \"        | does not say 'licence'"
            })
    void aBrokenManifestIsRefusedWithTheReasonAndChangesNothing(String text, String by, String reason)
            throws Exception {
        var brought = BroughtModel.image(folder.resolve("image"), "c-1");
        change(brought, manifest -> manifest.replace(text, by));
        refused(brought, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"WordPiece\"      | \"Unigram\"          | the unknown one",
                "\"BertNormalizer\" | \"Leet\"             | normalises by 'Leet'"
            })
    void aTokeniserThatCannotBeReadIsRefused(String text, String by, String reason) throws Exception {
        var brought = BroughtModel.text(folder.resolve("text"), "rude-1");
        var file = brought.resolve("tokenizer.json");
        var old = Files.readString(file);
        var changed = old.replaceAll("\"(type|lowercase)\"\\s*:\\s*", "\"$1\":").replace(text, by);
        assertThat(changed).contains(by.strip());
        Files.writeString(file, changed);
        var checksum = Checksum.of(Files.readAllBytes(file));
        change(brought, manifest -> manifest.replaceAll("(\"tokenizer.json\": \")[0-9a-f]{64}", "$1" + checksum));
        refused(brought, reason);
    }

    @Test
    void aChangedByteIsRefused() throws Exception {
        var brought = BroughtModel.image(folder.resolve("image"), "c-1");
        byte[] model = Files.readAllBytes(brought.resolve("colours.onnx"));
        model[model.length / 2] ^= 1;
        Files.write(brought.resolve("colours.onnx"), model);
        refused(brought, "its checksum differs");
    }

    /// Weights in other files could be any file of this machine.
    @Test
    void aModelWithWeightsElsewhereIsRefused() throws Exception {
        var brought = BroughtModel.text(folder.resolve("text"), "rude-1");
        var file = brought.resolve("model.onnx");
        var model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        model.getGraphBuilder()
                .getInitializerBuilder(0)
                .clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("../../../etc/hostname"));
        Files.write(file, model.build().toByteArray());
        var checksum = Checksum.of(Files.readAllBytes(file));
        change(brought, manifest -> manifest.replaceAll("(\"model.onnx\": \")[0-9a-f]{64}", "$1" + checksum));
        refused(brought, "keeps weights in other files");
    }

    @Test
    void aFileThatNobodyListedIsRefused() throws Exception {
        var brought = BroughtModel.image(folder.resolve("image"), "c-1");
        Files.writeString(brought.resolve("run-me.sh"), "echo");
        refused(brought, "not among the manifest's files");
    }

    /// With what an operator would bring, so one test for all: each import opens both of its models.
    @Test
    void aReaderOfTextsComesInWholeAndIsRefusedWhenBroken() throws Exception {
        var reader = PublishedReader.write(folder.resolve("reader"));
        packages.add(reader);
        assertThat(packages.list())
                .filteredOn(listed -> !listed.builtIn())
                .extracting(Listed::version, Listed::kind, Listed::labels, Listed::broken)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ppocr-4", "ocr", List.of(), ""));
        var archive = folder.resolve("reader.zip");
        packages.export("ppocr-4", archive);
        assertThat(new ModelPackages(folder.resolve("elsewhere"))
                        .add(archive, Set.of("ocr"))
                        .kind())
                .isEqualTo("ocr");

        change(reader, manifest -> manifest.replace("ppocr-4", "reader-2"));
        assertThatThrownBy(() -> packages.add(reader, Set.of("heads", "text", "image")))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("A package of kind 'ocr' does not come in this way");
        brokenReader(reader, "\"sigmoid_0.tmp_0\"", "\"other\"", "not all of [other]");
        brokenReader(reader, "\"space\" : true", "\"space\" : false", "one number for each of its 6623 characters");
        brokenReader(reader, "\"boxThreshold\" : 0.6", "\"boxThreshold\" : 6", "lie between 0 and 1");
        brokenReader(reader, "\"mostPixels\" : 921600", "\"mostPixels\" : 92160000", "does not fit together");
        brokenReader(reader, "\"height\" : 48", "\"height\" : 0", "Lines of 0 rows");
        brokenReader(reader, "\"characters\" : ", "\"letters\" : ", "does not say 'recognition.characters'");
        brokenReader(reader, "\"detection.onnx\",", "\"elsewhere.onnx\",", "not among the package's files");
        Files.write(reader.resolve("characters.txt"), new byte[] {(byte) 0xff, '\n'});
        refused(reader, "its checksum differs");
    }

    private void brokenReader(Path reader, String text, String by, String reason) throws Exception {
        var whole = BroughtModel.manifest(reader);
        change(reader, manifest -> manifest.replace(text, by));
        refused(reader, reason);
        Files.writeString(reader.resolve("model.json"), whole);
    }

    @Test
    void linksAndFoldersAreRefused() throws Exception {
        var linked = BroughtModel.image(folder.resolve("linked"), "c-1");
        Files.createSymbolicLink(linked.resolve("LICENSE"), Files.writeString(folder.resolve("secret"), "secret"));
        refused(linked, "no folders and no links");
        var nested = BroughtModel.image(folder.resolve("nested"), "c-1");
        Files.createDirectory(nested.resolve("more"));
        refused(nested, "no folders and no links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "/tmp/outside.txt", "a/b.txt", "..\\outside.txt", ".hidden", "a..b"})
    void anArchiveThatReachesOutOfItsFolderIsRefused(String name) throws Exception {
        var archive = folder.resolve("evil.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(1);
            out.closeEntry();
        }
        refused(archive, "plain names");
        assertThat(folder.resolve("home").resolve("outside.txt")).doesNotExist();
    }

    @Test
    void whatIsNoPackageIsRefused() throws Exception {
        refused(Files.writeString(folder.resolve("some.txt"), "no archive"), "neither a ZIP archive");
        refused(folder.resolve("nowhere"), "There is no file or folder");
        refused(Files.createDirectory(folder.resolve("empty")), "'model.json' is missing");
    }

    @Test
    void aPackageThatWasDamagedLaterIsListedWithTheReasonAndNotVerified() throws Exception {
        packages.add(BroughtModel.image(folder.resolve("image"), "c-1"));
        packages.add(BroughtModel.image(folder.resolve("second"), "c-2"));
        Files.writeString(home.resolve("c-1").resolve("model.json"), "{");
        Files.move(home.resolve("c-2"), home.resolve("c-3"));
        assertThat(packages.list())
                .filteredOn(listed -> !listed.builtIn())
                .satisfiesExactly(
                        first -> assertThat(first.broken()).contains("not JSON"),
                        second -> assertThat(second.broken()).contains("says that it is c-2"));
        assertThatThrownBy(() -> packages.verify("c-1")).isInstanceOf(ModelFault.class);
        assertThatThrownBy(() -> packages.verify("c-3")).isInstanceOf(ModelFault.class);
        assertThatThrownBy(() -> packages.verify("c-9"))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("no model");
    }

    /// And nothing is left of it, nor anything changed.
    private void refused(Path from, String reason) throws Exception {
        var before = contents();
        assertThatThrownBy(() -> packages.add(from))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining(reason);
        assertThat(contents()).isEqualTo(before);
    }

    private List<String> contents() throws IOException {
        if (!Files.exists(home)) {
            return List.of();
        }
        try (var files = Files.walk(home)) {
            return files.filter(path -> !path.equals(home))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void change(Path brought, UnaryOperator<String> by) throws IOException {
        var manifest = BroughtModel.manifest(brought);
        var changed = by.apply(manifest);
        assertThat(changed).isNotEqualTo(manifest);
        Files.writeString(brought.resolve("model.json"), changed);
    }
}
