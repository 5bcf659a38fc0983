package dev.docket.backend.dropin.web;

import dev.docket.backend.intake.MediaLimits;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.json.StrictJson;
import dev.docket.dto.classify.ClassifyRequest.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `input`, which is one of three things: a string or each of a list of strings is a
/// result's content, a list of content parts is that of one result together.
///
/// An image comes in the request, as a `data:` URL. An address to fetch it from is refused:
/// items do that, under the rules that keep a floor from being sent to fetch from its own
/// network.
final class ModerationInput {
    private static final int MOST = 256;
    private static final int LONGEST = 100_000;
    private static final Pattern DATA =
            Pattern.compile("data:image/[a-zA-Z0-9.+-]{1,40};base64,(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String POINTER = "/input";

    private final FieldErrors errors = new FieldErrors();

    private ModerationInput() {}

    /// @throws dev.docket.backend.platform.InvalidInput with everything that is wrong
    static List<List<Input>> read(JsonNode input) {
        var reader = new ModerationInput();
        var groups = reader.groups(input);
        reader.errors.throwIfAny();
        return groups;
    }

    private List<List<Input>> groups(JsonNode input) {
        if (input.isString()) {
            return List.of(one(text(input, POINTER)));
        }
        if (!input.isArray()) {
            errors.add(POINTER, "must be a string, a list of strings or a list of content parts");
            return List.of();
        }
        if (input.isEmpty() || input.size() > MOST) {
            errors.add(POINTER, "1 to " + MOST + " entries; this has " + input.size());
            return List.of();
        }
        return input.get(0).isObject() ? List.of(parts(input)) : texts(input);
    }

    private List<List<Input>> texts(JsonNode input) {
        var groups = new ArrayList<List<Input>>(input.size());
        for (int i = 0; i < input.size(); i++) {
            groups.add(one(text(input.get(i), POINTER + "/" + i)));
        }
        return groups;
    }

    private List<Input> parts(JsonNode input) {
        var parts = new ArrayList<Input>(input.size());
        for (int i = 0; i < input.size(); i++) {
            parts.addAll(one(part(input.get(i), POINTER + "/" + i)));
        }
        return parts;
    }

    private @Nullable Input part(JsonNode part, String pointer) {
        if (!part.isObject()) {
            errors.add(pointer, "must be a content part");
            return null;
        }
        return switch (part.path("type").asString("")) {
            case "text" -> {
                only(part, Set.of("type", "text"), pointer);
                yield text(part.path("text"), pointer + "/text");
            }
            case "image_url" -> {
                only(part, Set.of("type", "image_url"), pointer);
                only(part.path("image_url"), Set.of("url", "detail"), pointer + "/image_url");
                yield image(part.path("image_url").path("url"), pointer + "/image_url/url");
            }
            default -> {
                errors.add(pointer + "/type", "must be text or image_url");
                yield null;
            }
        };
    }

    private void only(JsonNode object, Set<String> known, String pointer) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .limit(MOST)
                .forEach(name -> errors.addUnknown(pointer + "/" + name));
    }

    private @Nullable Input text(JsonNode text, String pointer) {
        String fault = !text.isString()
                ? "must be a string"
                : text.stringValue().length() > LONGEST
                        ? "at most " + LONGEST + " characters"
                        : StrictJson.textFault(text.stringValue());
        if (fault != null) {
            errors.add(pointer, fault);
            return null;
        }
        return new Input(text.stringValue(), null);
    }

    private @Nullable Input image(JsonNode url, String pointer) {
        var data = DATA.matcher(url.isString() ? url.stringValue() : "");
        if (!data.matches()) {
            errors.add(pointer, "must be a data: URL, such as data:image/png;base64,...");
            return null;
        }
        var fault = MediaLimits.fault(data.group(1));
        fault.ifPresent(what -> errors.add(pointer, what));
        return fault.isPresent() ? null : new Input(null, data.group(1));
    }

    private static List<Input> one(@Nullable Input input) {
        return input == null ? List.of() : List.of(input);
    }
}
