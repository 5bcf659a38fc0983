package dev.docket.backend.training;

import dev.docket.backend.platform.Wilson;
import dev.docket.dto.models.Evasion;
import dev.docket.dto.models.IdentitySwap;
import dev.docket.dto.models.IdentitySwap.TermScore;
import dev.docket.model.ModelFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What a model does with texts made for asking it: the same sentence about one group after
/// another, and violating texts in disguise.
final class Probes {
    private static final int MOST_DISGUISED = 60;
    private static final int CHUNK = 64;

    private final Scoring scoring;

    Probes(Scoring scoring) {
        this.scoring = scoring;
    }

    List<IdentitySwap> identitySwap(List<String> labels) throws ModelFault {
        int terms = IdentityTerms.ALL.size();
        var texts = new ArrayList<String>();
        for (String sentence : IdentityTerms.SENTENCES) {
            for (String term : IdentityTerms.ALL) {
                texts.add(IdentityTerms.sentence(sentence, term));
            }
        }
        var scored = score(texts);
        var swaps = new ArrayList<IdentitySwap>();
        for (String label : labels) {
            double[] scores = scored.stream()
                    .mapToDouble(one -> one.scores().getOrDefault(label, 0.0))
                    .toArray();
            swaps.add(swap(label, scores, terms));
        }
        return swaps;
    }

    private static IdentitySwap swap(String label, double[] scores, int terms) {
        int sentences = scores.length / terms;
        double spread = 0;
        double worst = 0;
        double[] means = new double[terms];
        for (int sentence = 0; sentence < sentences; sentence++) {
            double[] row = Arrays.copyOfRange(scores, sentence * terms, (sentence + 1) * terms);
            double wide = Arrays.stream(row).max().orElse(0)
                    - Arrays.stream(row).min().orElse(0);
            spread += wide / sentences;
            worst = Math.max(worst, wide);
            for (int term = 0; term < terms; term++) {
                means[term] += row[term] / sentences;
            }
        }
        var byTerm = new ArrayList<TermScore>();
        for (int term = 0; term < terms; term++) {
            byTerm.add(new TermScore(IdentityTerms.ALL.get(term), means[term]));
        }
        byTerm.sort(Comparator.comparingDouble(TermScore::score).reversed());
        return new IdentitySwap(label, sentences, spread, worst, byTerm);
    }

    /// @param found texts that violate and that the model finds as they are
    List<Evasion> evasion(String label, List<String> found, double threshold) throws ModelFault {
        var plain = found.stream().limit(MOST_DISGUISED).toList();
        var evasions = new ArrayList<Evasion>();
        for (var disguise : plain.isEmpty() ? new Disguise[0] : Disguise.values()) {
            long kept = score(plain.stream().map(disguise::of).toList()).stream()
                    .filter(one -> one.scores().getOrDefault(label, 0.0) >= threshold)
                    .count();
            evasions.add(new Evasion(
                    label, disguise.wire(), plain.size(), Objects.requireNonNull(Wilson.of(kept, plain.size()))));
        }
        return evasions;
    }

    private List<Scoring.Scored> score(List<String> texts) throws ModelFault {
        var scored = new ArrayList<Scoring.Scored>();
        for (int from = 0; from < texts.size(); from += CHUNK) {
            scored.addAll(scoring.score(texts.subList(from, Math.min(texts.size(), from + CHUNK))));
        }
        return scored;
    }
}
