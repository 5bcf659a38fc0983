package dev.docket.client.labels.training;

import dev.docket.dto.models.TrainRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is typed about a training. What is empty is left to the floor.
///
/// @param labelSet version; null while none is chosen
/// @param base version of a model; null for the champion
/// @param labels keys between commas; empty for all
/// @param reason why gates may be passed over; empty where they need not be
public record TrainForm(
        @Nullable String labelSet,
        @Nullable String base,
        String name,
        String seed,
        String replayShare,
        String labels,
        String reason) {
    static TrainForm blank() {
        return new TrainForm(null, null, "", "1", "0.5", "", "");
    }

    /// The fields whose text is no number, by pointer.
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        if (!seed.isBlank() && !seed.strip().matches("-?\\d{1,18}")) {
            wrong.add("/seed");
        }
        if (!replayShare.isBlank() && !replayShare.strip().matches("\\d{1,3}([.,]\\d{1,9})?")) {
            wrong.add("/replayShare");
        }
        return wrong;
    }

    /// @param set the one that was chosen
    /// @throws NumberFormatException while something is [#wrong]
    TrainRequest request(String set) {
        var wanted = Arrays.stream(labels.split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
        return new TrainRequest(
                set,
                base,
                name.strip(),
                seed.isBlank() ? null : Long.valueOf(seed.strip()),
                replayShare.isBlank()
                        ? null
                        : Double.valueOf(replayShare.strip().replace(',', '.')),
                wanted.isEmpty() ? null : wanted,
                reason.isBlank() ? null : Boolean.TRUE,
                reason.isBlank() ? null : reason.strip());
    }
}
