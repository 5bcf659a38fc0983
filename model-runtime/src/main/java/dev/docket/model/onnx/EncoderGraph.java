package dev.docket.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.docket.model.ModelFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// The encoder's graph as it is published, and the two graphs made from it.
///
/// The published int8 file measures the range of every activation tensor while it runs. The tensor spans the
/// whole batch, so a text's score would depend on its neighbours, by up to 0.27. [#frozen] replaces each
/// measurement by a constant; [#probing] lets the training program read the measurements to find those constants.
public final class EncoderGraph {
    private static final String MEASURED = "DynamicQuantizeLinear";

    private final ModelProto model;

    private EncoderGraph(ModelProto model) {
        this.model = model;
    }

    public static EncoderGraph read(byte[] published) throws ModelFault {
        try {
            return new EncoderGraph(ModelProto.parseFrom(published));
        } catch (InvalidProtocolBufferException e) {
            throw new ModelFault("The encoder file is not an ONNX model", e);
        }
    }

    private List<NodeProto> measurements() {
        return model.getGraph().getNodeList().stream()
                .filter(node -> node.getOpType().equals(MEASURED))
                .toList();
    }

    /// Names of the outputs of [#probing], scale and zero point in turn.
    List<String> probes() {
        return measurements().stream()
                .flatMap(node -> List.of(node.getOutput(1), node.getOutput(2)).stream())
                .toList();
    }

    /// The published graph with every measured scale and zero point as an output.
    byte[] probing() {
        var graph = model.getGraph().toBuilder();
        probes().forEach(name -> graph.addOutput(ValueInfoProto.newBuilder().setName(name)));
        return model.toBuilder().setGraph(graph).build().toByteArray();
    }

    /// The graph with constants in place of measurements; equal bytes for equal scales.
    public byte[] frozen(ActivationScales activations) throws ModelFault {
        if (measurements().size() != activations.size()) {
            throw new ModelFault("The package holds %d activation scales, the encoder needs %d"
                    .formatted(activations.size(), measurements().size()));
        }
        var graph = model.getGraph().toBuilder().clearNode();
        int next = 0;
        for (var node : model.getGraph().getNodeList()) {
            if (!node.getOpType().equals(MEASURED)) {
                graph.addNode(node);
                continue;
            }
            graph.addInitializer(scale(node.getOutput(1), activations.scales().get(next)));
            graph.addInitializer(
                    zeroPoint(node.getOutput(2), activations.zeroPoints().get(next++)));
            graph.addNode(quantize(node));
        }
        return model.toBuilder().setGraph(graph).build().toByteArray();
    }

    private static NodeProto quantize(NodeProto measurement) {
        return NodeProto.newBuilder()
                .setOpType("QuantizeLinear")
                .setName(measurement.getName() + "_frozen")
                .addInput(measurement.getInput(0))
                .addInput(measurement.getOutput(1))
                .addInput(measurement.getOutput(2))
                .addOutput(measurement.getOutput(0))
                .build();
    }

    private static TensorProto scale(String name, float value) {
        var bytes =
                ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
        return scalar(name, DataType.FLOAT, ByteString.copyFrom(bytes));
    }

    private static TensorProto zeroPoint(String name, int value) {
        return scalar(name, DataType.UINT8, ByteString.copyFrom(new byte[] {(byte) value}));
    }

    private static TensorProto scalar(String name, DataType type, ByteString raw) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(raw)
                .build();
    }
}
