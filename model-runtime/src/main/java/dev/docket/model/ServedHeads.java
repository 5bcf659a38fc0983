package dev.docket.model;

import dev.docket.model.TextClassifier.Reading;
import dev.docket.model.artifact.Manifest;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Heads;
import dev.docket.model.text.Windows;
import java.util.HashSet;
import java.util.List;

/// The heads that read a text: those whose scores count, and those that score beside them from the same vectors.
///
/// Never changed, only exchanged for others as a whole: a call reads with what it began with, so no answer is of
/// two minds. All of them see the same pieces of a text; the words of a piece are read once for all.
record ServedHeads(ModelPackage champion, List<ModelPackage> beside, Windows windows) {
    ServedHeads {
        beside = List.copyOf(beside);
    }

    /// @param encoder checksum of the encoder that is open
    /// @param tuning how many windows of a text are read, and how they overlap
    /// @throws ModelFault for heads that cannot read what this encoder and the champion's windows give them
    static ServedHeads of(ModelPackage champion, List<ModelPackage> beside, String encoder, Tuning tuning)
            throws ModelFault {
        refuseMisfit(champion, encoder, champion.manifest().preprocessing());
        var versions = new HashSet<>(List.of(champion.manifest().version()));
        for (var other : beside) {
            refuseMisfit(other, encoder, champion.manifest().preprocessing());
            if (!versions.add(other.manifest().version())) {
                throw new ModelFault("The version '" + other.manifest().version() + "' is there twice");
            }
        }
        var pieces = champion.manifest().preprocessing();
        return new ServedHeads(champion, beside, windows(pieces.windowTokens(), pieces.overlapTokens(), tuning));
    }

    /// @param overlap that the model was fitted with
    static Windows windows(int size, int overlap, Tuning tuning) {
        int shared = tuning.overlap() == Tuning.AS_FITTED ? overlap : (int) (size * tuning.overlap());
        return new Windows(size, shared, tuning.mostWindows());
    }

    private static void refuseMisfit(ModelPackage heads, String encoder, Manifest.Preprocessing pieces)
            throws ModelFault {
        var manifest = heads.manifest();
        if (!manifest.encoder().sha256().equals(encoder)) {
            throw new ModelFault("The heads '" + manifest.version() + "' were fitted on another encoder");
        }
        if (!manifest.preprocessing().equals(pieces)) {
            throw new ModelFault("The heads '" + manifest.version() + "' were fitted on other pieces of a text");
        }
    }

    int lexicalBits() {
        return champion.heads().lexicon().bits();
    }

    List<Heads> others() {
        return beside.stream().map(ModelPackage::heads).toList();
    }

    List<String> versionsBeside() {
        return beside.stream().map(other -> other.manifest().version()).toList();
    }

    List<TextScores> scores(int texts, List<Reading> readings) throws ModelFault {
        return new WorstWindow(this).scores(texts, readings);
    }
}
