package dev.docket.model.convert;

import static dev.docket.model.convert.GraphBuilder.number;
import static dev.docket.model.convert.GraphBuilder.numbers;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;

/// The dense layers after the pooling, and with them what every region of the picture adds to
/// every class.
///
/// For one picture a chain of rectified layers is a linear map: which of its units are cut off
/// is settled, and the others pass on what they get. So walking back from the classes, leaving
/// out what was cut off, gives for each class one weight a feature; the mean over the regions
/// becomes a sum over them; and what the biases on the way add up to does not depend on any
/// region. Cells and bias are the logit, but for rounding. It takes two million multiplications
/// beside the network's three hundred million.
final class DenseChain {
    private final GraphBuilder graph;
    private final List<Layer> layers = new ArrayList<>();
    private final List<String> masks = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private String features = "";

    DenseChain(GraphBuilder graph) {
        this.graph = graph;
    }

    /// @param outputs units of the layer
    private record Layer(String kernel, String bias, String sum, int outputs) {}

    /// @param features `[N, features, rows, columns]`, before they are pooled
    void begin(String features) {
        this.features = features;
    }

    String layer(String input, String kernel, String bias, int outputs) {
        var sum = graph.node("Add", List.of(graph.node("MatMul", List.of(input, kernel)), bias));
        layers.add(new Layer(kernel, bias, sum, outputs));
        return sum;
    }

    /// Cuts off what is below zero, and remembers what was.
    String rectified(String sum) {
        var passed = graph.node("Greater", List.of(sum, graph.scalar("zero", 0)));
        var mask = graph.node("Cast", List.of(passed), number("to", DataType.FLOAT.getNumber()));
        masks.add(graph.node("Unsqueeze", List.of(mask, graph.integers("second", 1))));
        return graph.node("Relu", List.of(sum));
    }

    int classes() {
        return layers.getLast().outputs();
    }

    String logits() {
        return layers.getLast().sum();
    }

    /// What a unit of each layer adds to each class, `[N, classes, units]`, from the last hidden
    /// layer back to the features. To be called when the chain is complete.
    private List<String> ways() {
        for (int i = layers.size() - 1; ways.size() < layers.size(); i--) {
            var back = graph.node("Transpose", List.of(layers.get(i).kernel()), numbers("perm", 1, 0));
            var way = ways.isEmpty() ? back : graph.node("MatMul", List.of(ways.getLast(), back));
            ways.add(i == 0 ? way : graph.node("Mul", List.of(way, masks.get(i - 1))));
        }
        return ways;
    }

    /// `[N, classes, cells, cells]`.
    String map(int cells) {
        var flat = graph.node("Reshape", List.of(features, graph.integers("flat", 0, 0, (long) cells * cells)));
        var sums = graph.node("MatMul", List.of(ways().getLast(), flat));
        var means = graph.node("Div", List.of(sums, graph.scalar("regions", cells * cells)));
        return graph.node("Reshape", List.of(means, graph.integers("square", 0, 0, cells, cells)));
    }

    /// `[N, classes]`.
    String bias() {
        // Zero times the logits brings the batch's size in where there is one layer only.
        String bias = graph.node(
                "Add",
                List.of(
                        graph.node("Mul", List.of(logits(), graph.scalar("zero", 0))),
                        layers.getLast().bias()));
        for (int i = layers.size() - 2; i >= 0; i--) {
            var share = graph.node(
                    "MatMul",
                    List.of(ways().get(layers.size() - 2 - i), layers.get(i).bias()));
            bias = graph.node("Add", List.of(bias, share));
        }
        return bias;
    }
}
