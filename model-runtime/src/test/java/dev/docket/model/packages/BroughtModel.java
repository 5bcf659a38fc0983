package dev.docket.model.packages;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.tokenizer.TokenizerFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Packages as somebody might bring them: a text model that knows one word, and an image model
/// that knows one colour.
final class BroughtModel {
    private static final int VOCABULARY = 30_522;

    private BroughtModel() {}

    /// Logits of `fine` and `bad`, the mean over the tokens; the word "rude" says `bad`.
    static Path text(Path folder, String version) throws IOException, ModelFault {
        return text(folder, version, wordPiece());
    }

    /// Of numbers of 32 bits, and told the places of tokens.
    static Path placed(Path folder, String version) throws IOException, ModelFault {
        int rude = TokenizerFile.read(unigram()).tokenize("rude").ids()[0];
        var graph = GraphProto.newBuilder()
                .setName("words in places")
                .addInitializer(floats("table", table(rude), VOCABULARY, 2))
                .addInitializer(floats("places", new float[64 * 2], 64, 2))
                .addInput(value("tokens", DataType.INT32, "N", "L"))
                .addInput(value("position_ids", DataType.INT64, "N", "L"))
                .addOutput(value("logits", DataType.FLOAT, "N", "2"))
                .addNode(node("Gather", "words", "table", "tokens"))
                .addNode(node("Gather", "where", "places", "position_ids"))
                .addNode(node("Add", "vectors", "words", "where"))
                .addNode(mean());
        return writeText(folder, version, "\"ids\": \"tokens\", \"positions\": \"position_ids\"", unigram(), graph);
    }

    /// @param tokenizer a `tokenizer.json` to which "rude" is one token
    static Path text(Path folder, String version, byte[] tokenizer) throws IOException, ModelFault {
        int rude = TokenizerFile.read(tokenizer).tokenize("rude").ids()[0];
        var graph = GraphProto.newBuilder()
                .setName("words")
                .addInitializer(floats("table", table(rude), VOCABULARY, 2))
                .addInput(value("input_ids", DataType.INT64, "N", "L"))
                .addInput(value("attention_mask", DataType.INT64, "N", "L"))
                .addOutput(value("logits", DataType.FLOAT, "N", "2"))
                .addNode(node("Gather", "vectors", "table", "input_ids"))
                .addNode(mean());
        return writeText(folder, version, "\"ids\": \"input_ids\", \"mask\": \"attention_mask\"", tokenizer, graph);
    }

    private static float[] table(int bad) {
        var table = new float[VOCABULARY * 2];
        table[2 * bad + 1] = 60;
        return table;
    }

    private static NodeProto.Builder mean() {
        return node("ReduceMean", "logits", "vectors")
                .addAttribute(numbers("axes", 1))
                .addAttribute(number("keepdims", 0));
    }

    private static Path writeText(
            Path folder, String version, String inputs, byte[] tokenizer, GraphProto.Builder graph) throws IOException {
        return write(folder, Map.of("model.onnx", model(graph), "tokenizer.json", tokenizer), """
                {"name": "rude words", "version": "%s", "kind": "text", "licence": "CC0-1.0",
                 "labels": ["harassment"], "model": "model.onnx", "tokenizer": "tokenizer.json",
                 "input": {%s, "mostTokens": 64},
                 "output": {"classes": "logits", "values": "LOGITS_OF_ONE"},
                 "classes": ["fine", "bad"], "classesOf": {"harassment": ["bad"]},
                 "calibration": [{"slope": 1, "shift": 0}], "files": {FILES}}
                """.formatted(
                        version, inputs));
    }

    static byte[] wordPiece() throws ModelFault {
        return ClassPath.read("all-minilm-l6-v2-q-tokenizer.json");
    }

    /// As multilingual models have it, with hardly a word.
    static byte[] unigram() {
        return """
                {"normalizer": {"type": "NFKC"},
                 "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"},
                 "post_processor": {"type": "RobertaProcessing", "cls": ["<s>", 1], "sep": ["</s>", 2]},
                 "added_tokens": [{"id": 1, "content": "<s>", "special": true},
                  {"id": 2, "content": "</s>", "special": true}],
                 "model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0], ["<s>", 0], ["</s>", 0],
                  ["▁rude", -3], ["▁how", -3], ["▁kind", -3], ["▁warm", -3], ["▁up", -3], ["▁", -5]]}}
                """.getBytes(StandardCharsets.UTF_8);
    }

    /// The mean of red, green and blue over an input of 8 x 8, rows first.
    static Path image(Path folder, String version) throws IOException {
        var graph = GraphProto.newBuilder()
                .setName("colours")
                .addInput(value("pixels", DataType.FLOAT, "N", "8", "8", "3"))
                .addOutput(value("logits", DataType.FLOAT, "N", "3"))
                .addNode(node("ReduceMean", "logits", "pixels")
                        .addAttribute(numbers("axes", 1, 2))
                        .addAttribute(number("keepdims", 0)));
        return write(folder, Map.of("colours.onnx", model(graph)), """
                {"name": "colours", "version": "%s", "kind": "image", "licence": "CC0-1.0",
                 "labels": ["warm", "cold"], "model": "colours.onnx",
                 "input": {"name": "pixels", "width": 8, "height": 8, "layout": "NHWC", "channels": "BGR",
                  "resize": "HALF_PIXELS", "mean": [0.5, 0.5, 0.5], "deviation": [0.05, 0.05, 0.05]},
                 "output": {"classes": "logits", "values": "LOGITS_OF_EACH"},
                 "classes": ["blue", "green", "red"], "classesOf": {"warm": ["red"], "cold": ["blue", "green"]},
                 "calibration": [{"slope": 1, "shift": 0}, {"slope": 1, "shift": 0}], "files": {FILES}}
                """.formatted(version));
    }

    private static Path write(Path folder, Map<String, byte[]> files, String manifest) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        var checksums = new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> "\"" + file.getKey() + "\": \"" + Checksum.of(file.getValue()) + "\"")
                        .collect(Collectors.joining(", "));
        Files.writeString(folder.resolve("model.json"), manifest.replace("FILES", checksums));
        return folder;
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto numbers(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static TensorProto floats(String name, float[] numbers, long... shape) {
        var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long side : shape) {
            tensor.addDims(side);
        }
        return tensor.build();
    }

    private static ValueInfoProto value(String name, DataType type, String... sides) {
        var shape = TensorShapeProto.newBuilder();
        for (var side : sides) {
            shape.addDim(
                    Character.isDigit(side.charAt(0))
                            ? Dimension.newBuilder().setDimValue(Long.parseLong(side))
                            : Dimension.newBuilder().setDimParam(side));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static byte[] model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    static String manifest(Path folder) throws IOException {
        return Files.readString(folder.resolve("model.json"), StandardCharsets.UTF_8);
    }
}
