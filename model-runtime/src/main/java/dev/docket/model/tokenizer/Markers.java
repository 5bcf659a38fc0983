package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.Arrays;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// What a model wants to read around a text, such as `[CLS]` and `[SEP]`: the `post_processor` of a `tokenizer.json`.
///
/// @param before ids of the tokens in front of a text
/// @param behind ids of those that follow it
record Markers(int[] before, int[] behind) {
    private static final Markers NONE = new Markers(new int[0], new int[0]);

    /// @throws ModelFault for a step that is not taken here
    static Markers read(JsonNode processor) throws ModelFault {
        return switch (processor.path("type").asString("")) {
            case "", "ByteLevel" -> NONE;
            case "BertProcessing", "RobertaProcessing" ->
                new Markers(new int[] {named(processor, "cls")}, new int[] {named(processor, "sep")});
            case "TemplateProcessing" -> template(processor);
            case "Sequence" -> sequence(processor.path("processors"));
            case String other -> throw new ModelFault("The tokeniser finishes by '" + other + "', which is not known");
        };
    }

    private static int named(JsonNode processor, String name) throws ModelFault {
        var id = processor.path(name).path(1);
        if (!id.isNumber()) {
            throw new ModelFault("The tokeniser does not say what stands before and behind a text");
        }
        return id.asInt();
    }

    private static Markers template(JsonNode processor) throws ModelFault {
        var before = IntStream.builder();
        var behind = IntStream.builder();
        int texts = 0;
        for (var part : processor.path("single")) {
            if (part.has("Sequence")) {
                texts++;
            } else {
                special(processor, part).forEach(texts == 0 ? before : behind);
            }
        }
        if (texts != 1) {
            throw new ModelFault("The tokeniser does not say what stands before and behind a text");
        }
        return new Markers(before.build().toArray(), behind.build().toArray());
    }

    private static IntStream special(JsonNode processor, JsonNode part) throws ModelFault {
        var name = part.path("SpecialToken").path("id").asString("");
        var ids = processor.path("special_tokens").path(name).path("ids");
        if (ids.isEmpty()) {
            throw new ModelFault("The tokeniser puts '" + name + "' around a text and does not say what it is");
        }
        return ids.valueStream().mapToInt(JsonNode::asInt);
    }

    private static Markers sequence(JsonNode steps) throws ModelFault {
        var all = NONE;
        for (var step : steps) {
            var next = read(step);
            all = new Markers(joined(next.before, all.before), joined(all.behind, next.behind));
        }
        return all;
    }

    private static int[] joined(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    int count() {
        return before.length + behind.length;
    }

    /// The tokens of a text with these around them, which have no stretch of it: `start == end`.
    Tokens around(Tokens tokens) {
        int size = tokens.size();
        int first = size == 0 ? 0 : tokens.starts()[0];
        int last = size == 0 ? 0 : tokens.ends()[size - 1];
        var marked = new Tokens.Builder();
        for (int id : before) {
            marked.add(id, first, first);
        }
        for (int i = 0; i < size; i++) {
            marked.add(tokens.ids()[i], tokens.starts()[i], tokens.ends()[i]);
        }
        for (int id : behind) {
            marked.add(id, last, last);
        }
        return marked.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Markers that
                && Arrays.equals(before, that.before)
                && Arrays.equals(behind, that.behind);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(before) + Arrays.hashCode(behind);
    }

    @Override
    public String toString() {
        return "Markers[before=" + Arrays.toString(before) + ", behind=" + Arrays.toString(behind) + "]";
    }
}
