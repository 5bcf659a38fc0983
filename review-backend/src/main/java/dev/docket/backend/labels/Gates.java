package dev.docket.backend.labels;

import dev.docket.dto.Phrase;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelSetGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges a set before anything is trained on it: each gate with its figure, what it is held against, and what to do.
///
/// A label with too few rows is no fault of the set; it is not taught, and its head stays what
/// it was. The set fails when no label at all can be taught, and when what it would teach is
/// not what it seems: rows without text, the same text over and over, a share of positives that
/// jumped, or rows to test on that are known from training.
final class Gates {
    static final String NULLS = "NULLS";
    static final String DUPLICATES = "DUPLICATES";
    static final String VOLUME = "VOLUME";
    static final String SHIFT = "SHIFT";
    static final String LEAKS = "LEAKS";
    /// Of a normal distribution, for 95 %.
    private static final double Z = 1.959964;
    /// A share of nothing at all has no logarithm; half a row stands for none.
    private static final double HALF_A_ROW = 0.5;

    private final LabelSettings settings;

    Gates(LabelSettings settings) {
        this.settings = settings;
    }

    /// @param before balance by label of the set before; empty for none
    List<LabelSetGate> judge(Tally tally, Map<String, LabelBalance> before) {
        var gates = new ArrayList<LabelSetGate>();
        gates.add(nulls(tally));
        gates.add(duplicates(tally));
        gates.add(leaks(tally));
        gates.add(volume(tally));
        tally.trained().forEach((label, balance) -> gates.add(volume(label, balance)));
        tally.figures().labels().forEach((label, balance) -> {
            var was = before.get(label);
            if (was != null && total(was) > 0 && total(balance) > 0) {
                boolean taught = isEnough(tally.trained().getOrDefault(label, balance));
                gates.add(shift(label, balance, was, taught));
            }
        });
        return gates;
    }

    static GateState state(List<LabelSetGate> gates, boolean waived) {
        boolean failed = gates.stream().anyMatch(gate -> gate.blocking() && !gate.passed());
        return failed ? waived ? GateState.WAIVED : GateState.FAILED : GateState.PASSED;
    }

    private LabelSetGate nulls(Tally tally) {
        return share(
                NULLS,
                tally.withoutText(),
                tally.rows(),
                settings.mostNulls(),
                "rows have no text",
                "Leave out sources whose items have media alone, or train on images elsewhere.");
    }

    private LabelSetGate duplicates(Tally tally) {
        return share(
                DUPLICATES,
                tally.duplicates(),
                tally.rows(),
                settings.mostDuplicates(),
                "rows repeat a text that is in the set already",
                "Leave out the source or the weeks of the wave that they come from.");
    }

    private static LabelSetGate leaks(Tally tally) {
        return share(
                LEAKS,
                tally.leaks(),
                tally.rows(),
                0,
                "rows have a near-duplicate or another text of their author in another split",
                "Group by author and nearDuplicate.");
    }

    private static LabelSetGate share(String gate, long found, long rows, double limit, String detail, String advice) {
        double share = rows == 0 ? 0 : (double) found / rows;
        boolean passed = share <= limit;
        return new LabelSetGate(
                gate,
                null,
                passed,
                true,
                share,
                limit,
                null,
                null,
                found + " of " + rows + " " + detail,
                passed ? null : advice,
                phrase(gate, Map.of("found", (double) found, "rows", (double) rows)),
                passed ? null : advised(gate));
    }

    private static Phrase phrase(String gate, Map<String, Double> values) {
        return new Phrase("gate." + gate.toLowerCase(Locale.ROOT), values);
    }

    private static Phrase advised(String gate) {
        return new Phrase("gate." + gate.toLowerCase(Locale.ROOT) + ".advice");
    }

    private LabelSetGate volume(Tally tally) {
        long taught = tally.trained().values().stream().filter(this::isEnough).count();
        boolean passed = taught > 0;
        return new LabelSetGate(
                VOLUME,
                null,
                passed,
                true,
                taught,
                1,
                null,
                null,
                taught + " of " + tally.trained().size() + " labels have enough rows to be taught",
                passed ? null : "Take in more time, more sources, or imported labels.",
                phrase(VOLUME, Map.of("labels", (double) tally.trained().size(), "taught", (double) taught)),
                passed ? null : advised(VOLUME));
    }

    private LabelSetGate volume(String label, LabelBalance balance) {
        boolean passed = isEnough(balance);
        return new LabelSetGate(
                VOLUME,
                label,
                passed,
                false,
                Math.min(balance.positives(), balance.negatives()),
                settings.leastPositives(),
                null,
                null,
                "found in " + balance.positives() + " rows to train on, and not found in " + balance.negatives(),
                passed ? null : "Its head stays as it is. To teach it, decide or import more items of its kind.",
                phrase(VOLUME + ".label", Map.of("found", (double) balance.positives(), "notFound", (double)
                        balance.negatives())),
                passed ? null : advised(VOLUME + ".label"));
    }

    private boolean isEnough(LabelBalance balance) {
        return Math.min(balance.positives(), balance.negatives()) >= settings.leastPositives();
    }

    private LabelSetGate shift(String label, LabelBalance now, LabelBalance was, boolean taught) {
        double share = share(now);
        double before = share(was);
        double index =
                (share - before) * Math.log(share / before) + (before - share) * Math.log((1 - share) / (1 - before));
        double spread = Z * Math.sqrt(variance(now, share) + variance(was, before));
        boolean passed = index <= settings.mostShift();
        return new LabelSetGate(
                SHIFT,
                label,
                passed,
                taught,
                index,
                settings.mostShift(),
                share - before - spread,
                share - before + spread,
                String.format(
                        Locale.ROOT, "found in %.1f %% of rows, %.1f %% in the set before", share * 100, before * 100),
                passed
                        ? null
                        : "Look at what changed: compare the sets, and the policy's versions, sources and languages.",
                phrase(SHIFT, Map.of("share", share, "shareBefore", before)),
                passed ? null : advised(SHIFT));
    }

    private static double share(LabelBalance balance) {
        return (balance.positives() + HALF_A_ROW) / (total(balance) + 2 * HALF_A_ROW);
    }

    private static double variance(LabelBalance balance, double share) {
        return share * (1 - share) / total(balance);
    }

    private static long total(LabelBalance balance) {
        return balance.positives() + balance.negatives();
    }

    /// The set before, for label shift.
    ///
    /// @param version null for none
    record Previous(@Nullable String version, Map<String, LabelBalance> labels) {}
}
