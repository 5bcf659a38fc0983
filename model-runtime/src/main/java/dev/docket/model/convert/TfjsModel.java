package dev.docket.model.convert;

import dev.docket.model.ModelFault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Keras model in the format of TensorFlow.js, as nsfwjs packs it: the topology is an object
/// literal in one script, the weights are a Base64 string in another.
///
/// @param layers in the order of the network
/// @param weights by name, as they are stored
record TfjsModel(JsonNode layers, Map<String, Weight> weights) {
    private static final JsonMapper LITERALS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// 8-bit steps: a step `q` stands for `q * scale + least`.
    record Weight(int[] shape, byte[] steps, float scale, float least) {}

    static TfjsModel read(byte[] topologyScript, byte[] weightScript) throws ModelFault {
        var model = literal(topologyScript);
        var bytes = ByteBuffer.wrap(base64(weightScript));
        var weights = new HashMap<String, Weight>();
        for (var group : model.path("weightsManifest")) {
            for (var entry : group.path("weights")) {
                weights.put(entry.path("name").asString(), weight(entry, bytes));
            }
        }
        if (bytes.hasRemaining()) {
            throw new ModelFault("The weights are %d bytes longer than their list".formatted(bytes.remaining()));
        }
        return new TfjsModel(
                model.path("modelTopology").path("model_config").path("config").path("layers"), weights);
    }

    /// Minified scripts say `!0` and `!1` for true and false.
    private static JsonNode literal(byte[] script) throws ModelFault {
        var text = exported(script, "{").replace(":!0", ":true").replace(":!1", ":false");
        try (var parser = LITERALS.createParser(text)) {
            return LITERALS.readTree(parser);
        } catch (JacksonException e) {
            throw new ModelFault("The topology cannot be read", e);
        }
    }

    private static byte[] base64(byte[] script) throws ModelFault {
        var text = exported(script, "\"");
        return Base64.getDecoder().decode(text.substring(1, text.indexOf('"', 1)));
    }

    /// What follows `.exports=`, where it begins as it should.
    private static String exported(byte[] script, String beginning) throws ModelFault {
        var text = new String(script, StandardCharsets.UTF_8);
        int at = text.indexOf(".exports=" + beginning);
        if (at < 0) {
            throw new ModelFault("The script exports no " + (beginning.equals("{") ? "object" : "string"));
        }
        return text.substring(at + ".exports=".length());
    }

    private static Weight weight(JsonNode entry, ByteBuffer bytes) throws ModelFault {
        var quantization = entry.path("quantization");
        if (!quantization.path("dtype").asString("").equals("uint8")) {
            throw new ModelFault("Only weights of 8 bits can be converted: "
                    + entry.path("name").asString());
        }
        int[] shape = StreamSupport.stream(entry.path("shape").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        int size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, side);
        }
        var steps = new byte[size];
        bytes.get(steps);
        return new Weight(shape, steps, (float) quantization.path("scale").asDouble(), (float)
                quantization.path("min").asDouble());
    }

    Weight weight(String name) throws ModelFault {
        var weight = weights.get(name);
        if (weight == null) {
            throw new ModelFault("The model has no weight '" + name + "'");
        }
        return weight;
    }
}
