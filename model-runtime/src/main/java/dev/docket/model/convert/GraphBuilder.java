package dev.docket.model.convert;

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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts an ONNX graph together. Values are known by their names; equal calls give equal bytes.
final class GraphBuilder {
    private static final int OPSET = 17;
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> constants = new HashSet<>();
    private int unnamed;

    String input(String name, int... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    /// Gives a value the name by which it is fetched.
    void output(String name, String value, int... shape) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(value)
                .addOutput(name));
        graph.addOutput(value(name, shape));
    }

    /// A constant of 8-bit steps, turned into real numbers by the graph when it is loaded.
    String quantized(String name, int[] shape, byte[] steps, float scale, float least) {
        if (!constants.add(name)) {
            return name;
        }
        initializer(name + ":steps", DataType.UINT8, shape, ByteString.copyFrom(steps));
        var real = node("Cast", List.of(name + ":steps"), number("to", DataType.FLOAT.getNumber()));
        var scaled = node("Mul", List.of(real, scalar(name + ":scale", scale)));
        return named(name, "Add", List.of(scaled, scalar(name + ":least", least)));
    }

    String scalar(String name, float value) {
        if (constants.add(name)) {
            var bytes = ByteBuffer.allocate(Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(0, value);
            initializer(name, DataType.FLOAT, new int[0], ByteString.copyFrom(bytes));
        }
        return name;
    }

    String integers(String name, long... values) {
        if (constants.add(name)) {
            var bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(values);
            initializer(name, DataType.INT64, new int[] {values.length}, ByteString.copyFrom(bytes));
        }
        return name;
    }

    private void initializer(String name, DataType type, int[] shape, ByteString raw) {
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(raw);
        for (int side : shape) {
            tensor.addDims(side);
        }
        graph.addInitializer(tensor);
    }

    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return named(operator + ":" + unnamed++, operator, inputs, attributes);
    }

    private String named(String name, String operator, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto numbers(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto word(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    /// The first side is the batch.
    private static ValueInfoProto value(String name, int... sides) {
        var shape = TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("N"));
        for (int side : sides) {
            shape.addDim(Dimension.newBuilder().setDimValue(side));
        }
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    byte[] model(String name) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("docket")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph.setName(name))
                .build()
                .toByteArray();
    }
}
