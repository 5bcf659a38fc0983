package dev.docket.backend.classification;

import dev.docket.backend.classification.Finding.Failed;
import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.Finding.Unavailable;
import dev.docket.backend.models.ModelUnavailable;
import dev.docket.backend.models.ServingModel;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Scores texts so that one bad text does not cost its neighbours their scores.
///
/// A call that fails is searched by halves. Only one half of the suspects is run: when it succeeds the bad text is in
/// the other, when it fails the other is set aside, and all that was set aside is run together at the end. One bad text
/// among 32 thus costs five runs and one, where running both halves would cost ten. A second bad text makes the last
/// run fail, which is then searched the same way. A model that fails at everything is recognised by its guard, which
/// rests it: what is left becomes [Unavailable].
@Component
class Scorer {
    private static final Logger log = LoggerFactory.getLogger(Scorer.class);
    /// Keeps one call well within the model's time limit, whatever was sent.
    private static final int MOST_TEXTS = 64;

    private static final int MOST_CHARACTERS = 100_000;

    private final Model model;

    @Autowired
    Scorer(ServingModel model) {
        this((Model) model::score);
    }

    Scorer(Model model) {
        this.model = model;
    }

    /// What is asked for scores.
    @FunctionalInterface
    interface Model {
        List<TextScores> score(List<String> texts, boolean explain) throws ModelFault;
    }

    /// A finding for each text, in order.
    List<Finding> score(List<String> texts, boolean explain) {
        var search = new Search(texts, explain);
        calls(texts).forEach(search::run);
        return search.findings();
    }

    /// Groups texts, in order, into calls of a bearable size.
    private static List<List<Integer>> calls(List<String> texts) {
        var calls = new ArrayList<List<Integer>>();
        var call = new ArrayList<Integer>();
        long characters = 0;
        for (int i = 0; i < texts.size(); i++) {
            int length = texts.get(i).length();
            if (!call.isEmpty() && (call.size() == MOST_TEXTS || characters + length > MOST_CHARACTERS)) {
                calls.add(List.copyOf(call));
                call.clear();
                characters = 0;
            }
            call.add(i);
            characters += length;
        }
        if (!call.isEmpty()) {
            calls.add(List.copyOf(call));
        }
        return calls;
    }

    private final class Search {
        private final List<String> texts;
        private final boolean explain;
        private final @Nullable Finding[] findings;

        Search(List<String> texts, boolean explain) {
            this.texts = texts;
            this.explain = explain;
            this.findings = new Finding[texts.size()];
        }

        List<Finding> findings() {
            return Arrays.stream(findings)
                    .map(finding -> Objects.requireNonNull(finding, "every text has a finding"))
                    .toList();
        }

        void run(List<Integer> members) {
            var suspects = members;
            ModelFault fault = tried(suspects);
            while (fault != null && !(fault instanceof ModelUnavailable)) {
                var innocent = new ArrayList<Integer>();
                int bad = narrow(suspects, innocent);
                findings[bad] = new Failed(String.valueOf(fault.getMessage()));
                suspects = innocent;
                fault = innocent.isEmpty() ? null : tried(innocent);
            }
            if (fault != null) {
                giveUp(suspects, fault);
            }
        }

        /// Halves the suspects until one is left.
        ///
        /// @param innocent takes in those that were set aside without having been run
        private int narrow(List<Integer> suspects, List<Integer> innocent) {
            var left = suspects;
            while (left.size() > 1) {
                var half = left.subList(0, left.size() / 2);
                var rest = left.subList(left.size() / 2, left.size());
                if (tried(half) == null) {
                    left = rest;
                } else {
                    innocent.addAll(rest);
                    left = half;
                }
            }
            return left.getFirst();
        }

        /// @return null when it worked and the findings are written
        private @Nullable ModelFault tried(List<Integer> members) {
            try {
                var scores = model.score(members.stream().map(texts::get).toList(), explain);
                IntStream.range(0, members.size()).forEach(i -> findings[members.get(i)] = new Scored(scores.get(i)));
                return null;
            } catch (ModelFault fault) {
                log.atWarn()
                        .addKeyValue("texts", members.size())
                        .addKeyValue("fault", fault.getMessage())
                        .log("The model gave no scores");
                return fault;
            }
        }

        private void giveUp(List<Integer> members, ModelFault fault) {
            members.forEach(member -> findings[member] = new Unavailable(String.valueOf(fault.getMessage())));
        }
    }
}
