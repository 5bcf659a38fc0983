package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.Simulation.Change;
import dev.docket.dto.quality.Estimate;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A simulation in words.
final class Answer {
    private final ItemWords words;
    private final NumberFormat numbers;

    Answer(ItemWords words, java.util.Locale locale) {
        this.words = words;
        numbers = NumberFormat.getIntegerInstance(locale);
    }

    List<String> lines(Simulation simulation) {
        var lines = new ArrayList<String>();
        if (simulation.items() == 0) {
            return List.of(words.text("policies.answer.nothing"));
        }
        lines.add(line("policies.answer.load", simulation.load()));
        if (simulation.decided() > 0) {
            lines.add(line("policies.answer.found", simulation.found()));
            lines.add(line("policies.answer.wrong", simulation.wrongRemovals()));
            share(lines, "policies.answer.missed", simulation.missedHarm().then());
            share(lines, "policies.answer.over", simulation.overRemoval().then());
        }
        return lines;
    }

    String basis(Simulation simulation) {
        return words.text(
                "policies.answer.basis",
                numbers.format(simulation.items()),
                numbers.format(Math.max(1, Math.round(simulation.days()))),
                numbers.format(simulation.decided()));
    }

    private String line(String key, Change change) {
        var difference = change.difference();
        long value = Math.round(difference.value());
        String word = value > 0 ? ".more" : value < 0 ? ".fewer" : ".same";
        return words.text(
                key + word,
                numbers.format(Math.abs(value)),
                numbers.format(Math.round(difference.low())),
                numbers.format(Math.round(difference.high())));
    }

    private void share(List<String> lines, String key, @Nullable Estimate estimate) {
        if (estimate != null) {
            lines.add(words.text(
                    key,
                    words.percent(estimate.value()),
                    words.percent(estimate.low()),
                    words.percent(estimate.high())));
        }
    }
}
