package dev.docket.backend.models;

import dev.docket.model.LabelScore;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The text models that score together: the encoder with its heads, and models that brought sessions of their own, one
/// of which may be the champion.
///
/// The encoder is there whoever is champion. Under a champion that has none its heads score beside it, its vector is
/// what near-duplicates and precedents are found by, and whoever takes that champion back has nothing to open.
///
/// Never changed, only exchanged for another as a whole.
///
/// @param champion null where heads of the encoder are
/// @param beside what scores unseen in passes of its own
/// @param heads versions that score unseen in the encoder's pass; those of its first heads among them only under a
///     champion that is none of them
record Ensemble(
        @Nullable Companion<CheckedClassifier> champion, List<Companion<CheckedClassifier>> beside, Set<String> heads) {
    /// Heads of the encoder alone.
    static final Ensemble HEADS = new Ensemble(null, List.of(), Set.of());

    private static final Logger log = LoggerFactory.getLogger(Ensemble.class);

    Ensemble {
        beside = List.copyOf(beside);
        heads = Set.copyOf(heads);
    }

    /// @throws ModelFault when the champion gives no scores; no other's fault is one here
    List<TextScores> score(Served<CheckedClassifier> encoder, List<String> texts, boolean explain) throws ModelFault {
        var asked = beside.stream()
                .map(one -> one.ask(texts, String::hashCode, (model, its) -> model.classify(its, false)))
                .toList();
        var scores = new ArrayList<>(
                champion == null
                        ? encoder.ask(model -> model.classify(texts, explain))
                        : led(champion, encoder, texts));
        for (var one : asked) {
            var answers = one.answers();
            answers.forEach((place, answer) -> scores.set(
                    place, with(scores.get(place), one.version(), answer.isEmpty() ? null : answer.getFirst())));
        }
        return scores;
    }

    private List<TextScores> led(
            Companion<CheckedClassifier> leader, Served<CheckedClassifier> encoder, List<String> texts)
            throws ModelFault {
        var counting = leader.served().ask(model -> model.classify(texts, false));
        var read = read(encoder, texts);
        var scores = new ArrayList<TextScores>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            var own = counting.get(i);
            var other = read.isEmpty() ? null : read.get(i);
            scores.add(new TextScores(
                    own.scores(),
                    Map.of(),
                    own.windows(),
                    other == null ? null : other.embedding(),
                    besideLeader(other)));
        }
        return scores;
    }

    /// A champion of its own session does not fall with the encoder.
    private static List<TextScores> read(Served<CheckedClassifier> encoder, List<String> texts) {
        try {
            return encoder.ask(model -> model.classify(texts, false));
        } catch (ModelFault fault) {
            log.atWarn()
                    .addKeyValue("fault", fault.getMessage())
                    .log("The encoder gave no vectors beside the model that serves");
            return List.of();
        }
    }

    private Map<String, List<LabelScore>> besideLeader(@Nullable TextScores read) {
        var others = new HashMap<String, List<LabelScore>>();
        if (read == null) {
            heads.forEach(version -> others.put(version, List.of()));
            return others;
        }
        others.putAll(read.beside());
        others.put(read.scores().getFirst().modelVersion(), read.scores());
        others.keySet().retainAll(heads);
        return others;
    }

    private static TextScores with(TextScores scores, String version, @Nullable TextScores own) {
        var others = new HashMap<>(scores.beside());
        others.put(version, own == null ? List.of() : own.scores());
        return scores.withBeside(others);
    }

    /// @param encoder with the heads that it has
    ModelDescription describe(CheckedClassifier encoder) {
        var read = encoder.describe();
        var own = beside.stream().map(Companion::version);
        var leads = leader();
        if (leads.isEmpty()) {
            return read.withBeside(Stream.concat(read.beside().stream(), own).toList())
                    .withReading(read.reading() + askedAboutAll());
        }
        var led = leads.get();
        var others =
                Stream.concat(Stream.of(read.version()), read.beside().stream()).filter(heads::contains);
        return new ModelDescription(
                led.version(),
                led.encoder(),
                read.encoderSha256(),
                led.labels(),
                led.provider(),
                Stream.concat(others, own).toList(),
                led.reading() + "; vectors: " + read.reading() + askedAboutAll());
    }

    /// A verdict that was given while somebody was asked about a share is none once they are asked about all.
    private String askedAboutAll() {
        return beside.stream()
                .filter(Companion::isAskedAboutAll)
                .map(one -> "; and " + one.version())
                .collect(Collectors.joining());
    }

    private Optional<ModelDescription> leader() {
        return champion == null ? Optional.empty() : champion.served().tell(CheckedClassifier::describe);
    }

    /// What scores of its own session, by version.
    Optional<Companion<CheckedClassifier>> find(String version) {
        return members().filter(one -> one.version().equals(version)).findFirst();
    }

    Stream<Companion<CheckedClassifier>> members() {
        return Stream.concat(Stream.of(Optional.ofNullable(champion)).flatMap(Optional::stream), beside.stream());
    }

    /// Closes what the next has no use for, once nobody is being answered by it.
    void giveWayTo(Ensemble next) {
        members().filter(one -> next.find(one.version()).isEmpty()).forEach(Companion::dismiss);
    }

    /// In words, beside what the encoder's heads say of themselves.
    String standing(CheckedClassifier encoder, Map<String, String> leftOut) {
        var description = describe(encoder);
        var words = new StringBuilder(description.version() + " on " + description.provider());
        if (!description.beside().isEmpty()) {
            words.append("; beside it, unseen: ").append(String.join(", ", description.beside()));
        }
        leftOut.forEach((version, reason) ->
                words.append("; ").append(version).append(" was left out: ").append(reason));
        return words.toString();
    }

    /// Whether the champion is one of its own session and rests.
    Standing standing(Standing encoder) {
        return champion == null
                ? encoder
                : Objects.requireNonNull(champion).served().standing(model -> encoder.detail());
    }
}
