package dev.docket.model.train;

import java.util.Locale;

/// Writes `MODEL_CARD.md`: what the heads are for, what they were made from, how good they are and where they fail.
final class ModelCard {
    private static final String[] LANGUAGES = {"en", "de", "fr", "zh", "ar", "ru"};

    private ModelCard() {}

    static String of(String version, Evaluation evaluation) {
        return """
                # %s

                Eight linear heads (`toxicity`, `hate`, `harassment`, `threat`, `sexual`, `profanity`, `spam`,
                `self_harm`) over a frozen all-MiniLM-L6-v2 sentence encoder (int8, fixed scales) and hashed words and
                character runs. They order and pre-sort items for people; they are not made to decide alone.

                ## Figures

                Test split, one text in ten, chosen by a hash of its letters so that duplicates never lie on both
                sides. A few settings were chosen with these figures in view, so they are slightly kind. Only labels
                that raters gave count. *F1* is taken at a score of 0.5. The sources hold far more abuse than live traffic
                and the scores are calibrated for less (see below), so *ECE* here is not the
                error to expect in use.

                | label | language | rows | positives | ROC-AUC | PR-AUC | F1 | ECE |
                |---|---|---|---|---|---|---|---|
                %s
                ## Calibration

                Platt's method on the validation split (another tenth), weighed to the share of positives that is
                expected in a stream to be moderated: %s.

                ## Made from

                Only sources whose licence asks for attribution at most. The texts are not part of this package.

                | source | licence |
                |---|---|
                %s
                Some five hundred short texts written for Docket (everyday talk, near misses, plain cases of rare labels)
                were added to the training part only. Labels that no rater gave were filled in where they follow from others
                or from unmistakable words
                (class `WeakLabels`); they count half in training and not at all in the figures above.

                ## What it holds on to

                `replay.bin` is a summary of the training for retraining on other texts: for every label the curvature
                of its loss at the shipped weights (Gauss-Newton, as in Laplace's approximation; Kirkpatrick et al. 2017,
                Ritter et al. 2018), the vector's part whole and the lexicon's diagonal. It is a mean over all
                training rows and holds none of them.

                ## Limits

                - `sexual` and `self_harm` had a few hundred positives, partly weak. Treat them as a hint until
                  your own labels say otherwise. `threat` and `profanity` lean on word lists outside their sources.
                - English first. Other languages rest on words and character runs more than on the encoder, which
                  was made for English; hate and toxicity in German, French, Arabic and Chinese are covered by one or
                  two sources each, the other labels hardly at all.
                - Much of the English data was sampled by keywords and rated by crowds in the USA. Such data is known
                  to call African-American English offensive more often than it is (Sap et al. 2019), and to take
                  words that a group uses for itself for attacks. Look at errors by group before acting on scores.
                - The heads read one message at a time: no thread, no pictures, no irony that needs either.
                - Long texts are read in windows of %d tokens and scored by the worst; one sentence in a book is
                  therefore enough.
                """.formatted(version, figures(evaluation), priors(), sources(), TrainHeads.WINDOWS.size());
    }

    private static String figures(Evaluation evaluation) {
        var rows = new StringBuilder();
        for (int label = 0; label < Corpus.LABELS.size(); label++) {
            append(rows, label, "all", evaluation.figures(label, sample -> true));
            for (String language : LANGUAGES) {
                append(
                        rows,
                        label,
                        language,
                        evaluation.figures(
                                label, sample -> sample.example().language().equals(language)));
            }
        }
        return rows.toString();
    }

    private static void append(StringBuilder rows, int label, String language, Figures figures) {
        if (figures.meaningful()) {
            rows.append("| %s | %s | %d | %d | %.3f | %.3f | %.3f | %.3f |%n"
                    .formatted(
                            Corpus.LABELS.get(label),
                            language,
                            figures.rows(),
                            figures.positives(),
                            figures.rocAuc(),
                            figures.prAuc(),
                            figures.f1(),
                            figures.ece()));
        }
    }

    private static String priors() {
        var text = new StringBuilder();
        for (int label = 0; label < Corpus.LABELS.size(); label++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%s %.2f",
                    label == 0 ? "" : ", ",
                    Corpus.LABELS.get(label),
                    TrainHeads.PRIORS[label]));
        }
        return text.toString();
    }

    private static String sources() {
        var rows = new StringBuilder();
        Source.ALL.forEach(source -> rows.append("| ")
                .append(source.name())
                .append(" | ")
                .append(source.licence())
                .append(" |\n"));
        return rows.toString();
    }
}
