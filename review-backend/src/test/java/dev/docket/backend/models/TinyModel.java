package dev.docket.backend.models;

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
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ModelPackage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The smallest packages that somebody could bring: a text model that knows the word "rude", an image model that
/// finds everything of its one class.
public final class TinyModel {
    private static final String TOKENIZER = """
            {"normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
              "strip_accents": null, "lowercase": true},
             "pre_tokenizer": {"type": "BertPreTokenizer"},
             "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
              "max_input_chars_per_word": 100,
              "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "rude": 4}}}
            """;

    private static final int WORDS = 5;
    private static final int RUDE = 4;

    private TinyModel() {}

    /// Label `harassment`: nearly 1 where the word is, nearly 0 elsewhere.
    static ModelPackage.Source text(String version) {
        return text(version, "harassment");
    }

    /// The same with other labels, which it never finds.
    public static ModelPackage.Source text(String version, String... labels) {
        var table = TensorProto.newBuilder().setName("table").setDataType(DataType.FLOAT.getNumber());
        for (int word = 0; word < WORDS; word++) {
            for (var label : labels) {
                table.addFloatData(word == 0 ? 0 : word == RUDE && label.equals("harassment") ? 60 : -3);
            }
        }
        var graph = GraphProto.newBuilder()
                .setName("words")
                .addInitializer(table.addDims(WORDS).addDims(labels.length))
                .addInput(value("input_ids", DataType.INT64, -1, -1))
                .addOutput(value("logits", DataType.FLOAT, -1, labels.length))
                .addNode(node("Gather", "vectors", "table", "input_ids"))
                .addNode(mean("logits", "vectors", 1));
        var each = List.of(labels);
        return source(
                Map.of("model.onnx", model(graph), "tokenizer.json", TOKENIZER.getBytes(StandardCharsets.UTF_8)),
                """
                {"name": "rude words", "version": "%s", "kind": "text", "licence": "CC0-1.0",
                 "labels": [%s], "model": "model.onnx", "tokenizer": "tokenizer.json",
                 "input": {"ids": "input_ids", "mostTokens": 64},
                 "output": {"classes": "logits", "values": "LOGITS_OF_EACH"},
                 "classes": [%s], "classesOf": {%s},
                 "calibration": [%s], "files": {FILES}}
                """.formatted(
                                version,
                                listed(each, "\"%s\""),
                                listed(each, "\"bad %s\""),
                                listed(each, "\"%1$s\": [\"bad %1$s\"]"),
                                listed(each, "{\"slope\": 1, \"shift\": 0}")));
    }

    private static String listed(List<String> labels, String form) {
        return labels.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    /// Labels `warm` and `cold`, by how much red and blue there is.
    static ModelPackage.Source image(String version) {
        return image(version, "warm", "cold");
    }

    /// The same under other names.
    public static ModelPackage.Source image(String version, String warm, String cold) {
        var graph = GraphProto.newBuilder()
                .setName("colours")
                .addInput(value("pixels", DataType.FLOAT, -1, 3, 8, 8))
                .addOutput(value("logits", DataType.FLOAT, -1, 3))
                .addNode(mean("logits", "pixels", 2, 3));
        return source(Map.of("model.onnx", model(graph)), """
                {"name": "colours", "version": "%1$s", "kind": "image", "licence": "CC0-1.0",
                 "labels": ["%2$s", "%3$s"], "model": "model.onnx",
                 "input": {"name": "pixels", "width": 8, "height": 8, "layout": "NCHW", "channels": "RGB",
                  "resize": "HALF_PIXELS", "mean": [0.5, 0.5, 0.5], "deviation": [0.05, 0.05, 0.05]},
                 "output": {"classes": "logits", "values": "LOGITS_OF_EACH"},
                 "classes": ["red", "green", "blue"], "classesOf": {"%2$s": ["red"], "%3$s": ["blue"]},
                 "calibration": [{"slope": 1, "shift": 0}, {"slope": 1, "shift": 0}], "files": {FILES}}
                """.formatted(version, warm, cold));
    }

    private static ModelPackage.Source source(Map<String, byte[]> files, String manifest) {
        var checksums = files.entrySet().stream()
                .map(file -> "\"" + file.getKey() + "\": \"" + Checksum.of(file.getValue()) + "\"")
                .toList();
        byte[] json = manifest.replace("FILES", String.join(", ", checksums)).getBytes(StandardCharsets.UTF_8);
        return file -> file.equals(ModelPackage.MANIFEST) ? json : files.getOrDefault(file, new byte[0]);
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static NodeProto.Builder mean(String output, String input, long... axes) {
        var over = AttributeProto.newBuilder().setName("axes").setType(AttributeProto.AttributeType.INTS);
        for (long axis : axes) {
            over.addInts(axis);
        }
        return node("ReduceMean", output, input)
                .addAttribute(over)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("keepdims")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(0));
    }

    private static ValueInfoProto value(String name, DataType type, long... sides) {
        var shape = TensorShapeProto.newBuilder();
        for (long side : sides) {
            shape.addDim(
                    side < 0
                            ? Dimension.newBuilder().setDimParam("any" + shape.getDimCount())
                            : Dimension.newBuilder().setDimValue(side));
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
}
