package dev.docket.model.train;

import java.util.List;

/// A data set that may be used: its licence asks for attribution at most.
///
/// Share-alike sources are left out on purpose, so that the shipped weights carry no such term.
record Source(String file, String name, String licence) {
    static final List<Source> ALL = List.of(
            new Source("davidson2017", "Davidson et al. 2017", "MIT"),
            new Source("hatexplain", "HateXplain", "MIT"),
            new Source("civil_comments_toxic_spans", "Toxic Spans (Civil Comments)", "CC0-1.0"),
            new Source("surge_toxicity", "Surge AI toxicity", "MIT"),
            new Source("edos", "EDOS (SemEval-2023 task 10)", "CC0-1.0"),
            new Source("hatemojibuild", "HatemojiBuild", "CC BY 4.0"),
            new Source("convabuse", "ConvAbuse", "CC BY 4.0"),
            new Source("toxigen_human", "ToxiGen, annotated", "MIT, CDLA-Permissive-2.0"),
            new Source("implicit_hate", "Implicit Hate", "MIT"),
            new Source("paradetox", "ParaDetox", "CC0-1.0"),
            new Source("spam_sms", "SMS Spam Collection", "CC BY 4.0"),
            new Source("spam_youtube", "YouTube Spam Collection", "CC BY 4.0"),
            new Source("spam_telegram", "tg-spam samples", "MIT"),
            new Source("spam_spamassassin", "SpamAssassin public corpus", "PDDL-1.0, CC0-1.0"),
            new Source("ailuminate_demo", "AILuminate demo prompts", "CC BY 4.0"),
            new Source("diasafety_context", "DiaSafety contexts", "Apache-2.0"),
            new Source("multilingual_mlma", "MLMA, French and Arabic", "MIT"),
            new Source("multilingual_cold_zh", "COLD", "Apache-2.0"),
            new Source("multilingual_germeval2018_de", "GermEval 2018", "CC BY 4.0"),
            new Source("multilingual_gahd_de", "GAHD", "CC BY 4.0"));
}
