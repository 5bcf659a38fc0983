package dev.docket.model.convert;

import static dev.docket.model.convert.GraphBuilder.number;
import static dev.docket.model.convert.GraphBuilder.numbers;
import static dev.docket.model.convert.GraphBuilder.real;
import static dev.docket.model.convert.GraphBuilder.word;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.docket.model.ModelFault;
import dev.docket.model.convert.TfjsModel.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Writes a convolutional network of Keras as an ONNX graph: layer by layer, its weights kept
/// in their 8 bits, and with an exact map of what every region adds to every class.
///
/// The input is `[N, 3, side, side]`; the outputs are `probabilities` and `logits` `[N,
/// classes]`, `map` `[N, classes, rows, columns]` and `bias` `[N, classes]`, where the cells of
/// a map and the bias make the logit.
final class NetworkConversion {
    private final TfjsModel model;
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, String> values = new HashMap<>();
    private final DenseChain chain = new DenseChain(graph);
    private final int cells;
    private final int side;

    /// @param side of the picture in pixels
    /// @param cells of a map's side: what the network's last convolution leaves of the picture
    NetworkConversion(TfjsModel model, int side, int cells) {
        this.model = model;
        this.side = side;
        this.cells = cells;
    }

    byte[] convert(String name) throws ModelFault {
        String last = "";
        for (var layer : model.layers()) {
            last = layer(layer);
            values.put(layer.path("name").asString(), last);
        }
        int classes = chain.classes();
        graph.output("probabilities", last, classes);
        graph.output("logits", chain.logits(), classes);
        graph.output("map", chain.map(cells), classes, cells, cells);
        graph.output("bias", chain.bias(), classes);
        return graph.model(name);
    }

    private String layer(JsonNode layer) throws ModelFault {
        var name = layer.path("name").asString();
        var config = layer.path("config");
        var inputs = inputs(layer);
        return switch (layer.path("class_name").asString()) {
            case "InputLayer" -> graph.input("input", 3, side, side);
            case "ZeroPadding2D" -> padding(name, inputs, config.path("padding"));
            case "Conv2D" -> convolution(name + "/kernel", false, inputs, config);
            case "DepthwiseConv2D" -> convolution(name + "/depthwise_kernel", true, inputs, config);
            case "BatchNormalization" -> normalisation(name, inputs, config);
            case "ReLU" ->
                graph.node("Clip", List.of(inputs.getFirst(), graph.scalar("zero", 0), graph.scalar("six", 6)));
            case "Add" -> graph.node("Add", inputs);
            case "Dropout" -> inputs.getFirst();
            case "AveragePooling2D" -> pooling(inputs, config);
            case "Flatten" -> graph.node("Flatten", inputs, number("axis", 1));
            case "Dense" -> dense(name, inputs.getFirst(), config);
            case String other -> throw new ModelFault("Layers of class '" + other + "' cannot be converted");
        };
    }

    private List<String> inputs(JsonNode layer) throws ModelFault {
        var inputs = new ArrayList<String>();
        for (var inbound : layer.path("inbound_nodes").path(0)) {
            var from = inbound.path(0).asString();
            @Nullable String value = values.get(from);
            if (value == null) {
                throw new ModelFault("Layer '" + from + "' is used before it is there");
            }
            inputs.add(value);
        }
        return inputs;
    }

    private String padding(String name, List<String> inputs, JsonNode padding) {
        var pads = graph.integers(
                name + ":pads",
                0,
                0,
                padding.path(0).path(0).asLong(),
                padding.path(1).path(0).asLong(),
                0,
                0,
                padding.path(0).path(1).asLong(),
                padding.path(1).path(1).asLong());
        return graph.node("Pad", List.of(inputs.getFirst(), pads));
    }

    private String convolution(String weight, boolean depthwise, List<String> inputs, JsonNode config)
            throws ModelFault {
        if (config.path("use_bias").asBoolean()
                || !config.path("activation").asString().equals("linear")) {
            throw new ModelFault("A convolution with a bias or an activation cannot be converted: " + weight);
        }
        var kernel = model.weight(weight);
        int[] shape = kernel.shape();
        int groups = depthwise ? shape[2] : 1;
        int[] to = depthwise
                ? new int[] {shape[2] * shape[3], 1, shape[0], shape[1]}
                : new int[] {shape[3], shape[2], shape[0], shape[1]};
        byte[] steps = depthwise ? rotated(kernel, shape[2] * shape[3], 1) : rotated(kernel, shape[3], shape[2]);
        var value = graph.quantized(weight, to, steps, kernel.scale(), kernel.least());
        return graph.node(
                "Conv",
                List.of(inputs.getFirst(), value),
                numbers("kernel_shape", shape[0], shape[1]),
                pair("strides", config.path("strides")),
                word("auto_pad", same(config) ? "SAME_UPPER" : "VALID"),
                number("group", groups));
    }

    /// From rows, columns, inputs, outputs to outputs, inputs, rows, columns.
    private static byte[] rotated(Weight kernel, int outputs, int inputs) {
        int positions = kernel.shape()[0] * kernel.shape()[1];
        byte[] from = kernel.steps();
        var to = new byte[from.length];
        for (int position = 0; position < positions; position++) {
            for (int input = 0; input < inputs; input++) {
                for (int output = 0; output < outputs; output++) {
                    to[(output * inputs + input) * positions + position] =
                            from[(position * inputs + input) * outputs + output];
                }
            }
        }
        return to;
    }

    private String normalisation(String name, List<String> inputs, JsonNode config) throws ModelFault {
        return graph.node(
                "BatchNormalization",
                List.of(
                        inputs.getFirst(),
                        constant(name + "/gamma"),
                        constant(name + "/beta"),
                        constant(name + "/moving_mean"),
                        constant(name + "/moving_variance")),
                real("epsilon", (float) config.path("epsilon").asDouble()));
    }

    private String pooling(List<String> inputs, JsonNode config) throws ModelFault {
        if (config.path("pool_size").path(0).asInt() != cells || same(config)) {
            throw new ModelFault("Only pooling over the whole of the picture has a map");
        }
        chain.begin(inputs.getFirst());
        return graph.node(
                "AveragePool",
                inputs,
                pair("kernel_shape", config.path("pool_size")),
                pair("strides", config.path("strides")));
    }

    private String dense(String name, String input, JsonNode config) throws ModelFault {
        var kernel = model.weight(name + "/kernel");
        var sum = chain.layer(input, constant(name + "/kernel"), constant(name + "/bias"), kernel.shape()[1]);
        return switch (config.path("activation").asString()) {
            case "relu" -> chain.rectified(sum);
            case "softmax" -> graph.node("Softmax", List.of(sum), number("axis", -1));
            case String other -> throw new ModelFault("The activation '" + other + "' cannot be converted");
        };
    }

    private String constant(String name) throws ModelFault {
        var weight = model.weight(name);
        return graph.quantized(name, weight.shape(), weight.steps(), weight.scale(), weight.least());
    }

    private static boolean same(JsonNode config) {
        return config.path("padding").asString("valid").equals("same");
    }

    private static AttributeProto pair(String name, JsonNode sides) {
        return numbers(name, sides.path(0).asLong(), sides.path(1).asLong());
    }
}
