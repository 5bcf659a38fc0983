package dev.docket.model.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.docket.model.ModelFault;
import java.util.stream.Stream;

/// An ONNX file that somebody brought, before the runtime sees it.
public final class GraphFile {
    private GraphFile() {}

    /// Refuses a model whose weights lie in other files: it could name any file of this
    /// machine, and no checksum speaks for them.
    ///
    /// @return the same bytes
    public static byte[] whole(byte[] model) throws ModelFault {
        try {
            boolean elsewhere = tensors(ModelProto.parseFrom(model).getGraph())
                    .anyMatch(tensor ->
                            tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0);
            if (elsewhere) {
                throw new ModelFault("The model keeps weights in other files; they belong into the model itself");
            }
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw new ModelFault("The model is no ONNX file", e);
        }
    }

    /// Of the graph, of its nodes, and of graphs within them.
    private static Stream<TensorProto> tensors(GraphProto graph) {
        var sparse = graph.getSparseInitializerList().stream()
                .flatMap(tensor -> Stream.of(tensor.getValues(), tensor.getIndices()));
        var attributes = graph.getNodeList().stream()
                .flatMap(node -> node.getAttributeList().stream())
                .flatMap(attribute -> Stream.of(
                                Stream.of(attribute.getT()),
                                attribute.getTensorsList().stream(),
                                tensors(attribute.hasG() ? attribute.getG() : GraphProto.getDefaultInstance()),
                                attribute.getGraphsList().stream().flatMap(GraphFile::tensors))
                        .flatMap(some -> some));
        return Stream.of(graph.getInitializerList().stream(), sparse, attributes)
                .flatMap(some -> some);
    }
}
