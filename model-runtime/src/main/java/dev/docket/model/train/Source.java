package dev.docket.model.train;

import java.util.List;

/// A data set that may be used: its licence asks for attribution at most.
///
/// Share-alike sources are left out on purpose, so that the shipped weights carry no such term.
///
/// @param most rows taken of it, so that a few large sets do not speak for all
record Source(String file, String name, String licence, int most) {
    static final String AUTHORED = "authored";
    private static final int ALL_ROWS = Integer.MAX_VALUE;

    static final List<Source> ALL = List.of(
            new Source("davidson2017", "Davidson et al. 2017", "MIT", 16_000),
            new Source("hatexplain", "HateXplain", "MIT", 14_000),
            new Source("civil_comments_toxic_spans", "Toxic Spans (Civil Comments)", "CC0-1.0", ALL_ROWS),
            new Source("surge_toxicity", "Surge AI toxicity", "MIT", ALL_ROWS),
            new Source("edos", "EDOS (SemEval-2023 task 10)", "CC0-1.0", ALL_ROWS),
            new Source("hatemojibuild", "HatemojiBuild", "CC BY 4.0", ALL_ROWS),
            new Source("convabuse", "ConvAbuse", "CC BY 4.0", ALL_ROWS),
            new Source("toxigen_human", "ToxiGen, annotated", "MIT, CDLA-Permissive-2.0", ALL_ROWS),
            new Source("implicit_hate", "Implicit Hate", "MIT", 7_000),
            new Source("paradetox", "ParaDetox", "CC0-1.0", 20_000),
            new Source("spam_sms", "SMS Spam Collection", "CC BY 4.0", ALL_ROWS),
            new Source("spam_youtube", "YouTube Spam Collection", "CC BY 4.0", ALL_ROWS),
            new Source("spam_telegram", "tg-spam samples", "MIT", ALL_ROWS),
            new Source("spam_spamassassin", "SpamAssassin public corpus", "PDDL-1.0, CC0-1.0", 2_500),
            new Source("ailuminate_demo", "AILuminate demo prompts", "CC BY 4.0", ALL_ROWS),
            new Source("diasafety_context", "DiaSafety contexts", "Apache-2.0", ALL_ROWS),
            new Source("multilingual_mlma", "MLMA, French and Arabic", "MIT", ALL_ROWS),
            new Source("multilingual_cold_zh", "COLD", "Apache-2.0", 12_000),
            new Source("multilingual_germeval2018_de", "GermEval 2018", "CC BY 4.0", ALL_ROWS),
            new Source("multilingual_gahd_de", "GAHD", "CC BY 4.0", 7_000));
}
