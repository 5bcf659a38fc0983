package dev.docket.model.train;

import dev.docket.model.artifact.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Fills in labels that nobody gave but that nearly always follow from those that somebody did.
///
/// The sources label one or two things each, mostly among offensive texts. A head that has only seen insults among
/// other offences would call ordinary talk an insult; one that has only seen its own positives knows no "no" at
/// all. Hence: hate is toxic; what is not toxic is neither hate, insult nor threat; the rare labels are absent from a
/// part of the rows that are silent about them; and words that can hardly mean anything else stand in for the
/// profanity, threats and sexual talk that no source marks. All of it counts less than a rater's word.
final class WeakLabels {
    private static final List<String> RARE = List.of("threat", "sexual", "spam", "self_harm");
    private static final float TRUST = 0.5f;
    private static final int DRAWN_OF_RARE = 4;
    private static final Pattern PROFANE = english(
            "\\w*fuck\\w*|bull ?shit\\w*|shit(s|ty|ted|ter|ting|head|hole|heads)?|bitch\\w*|ass ?holes?|cunts?|motherf\\w+"
                    + "|dumb ?ass\\w*|jack ?ass|dick ?heads?|pricks?|bastards?|god ?damn\\w*|piss(ed)? off|wank\\w*|twats?"
                    + "|bollocks|arse\\w*|crap|stfu|gtfo|wtf|cock ?suckers?|pussy|whores?|sluts?");
    private static final Pattern THREATENING = english(
            "(i('m| am)? ?(a|will|'ll|ll|gonna|going to|wanna|want to)|should|need to|let'?s|we('ll| will| must| should)?|must)"
                    + " ?(be )?(kill|killed|murder|murdered|shoot|shot|stab|rape|raped|hang|hanged|lynch|lynched|behead|burn"
                    + "|beat up|slaughter|exterminate|exterminated|gas|gassed|execute|executed)"
                    + " ?(you|u|him|her|them|all|those|these|ur|your|every|that)?");
    private static final Pattern SEXUAL = english(
            "porn\\w*|blow ?jobs?|hand ?jobs?|horny|masturbat\\w*|orgasm\\w*|deep ?throat\\w*|dildos?|cumshots?|nudes"
                    + "|(suck|lick|ride|eat) (my|his|your|that|her|ya|ur) (dick|cock|pussy)|big (dick|cock|tits)|boobs|tits"
                    + "|anal|jerk(ing|ed)? off|(have|had|having) sex|sexting|naked|clit\\w*|erection|gangbang\\w*|milfs?");
    private static final Pattern INSULTING = english(
            "(you|u|ur|you're|youre|your|he|she|he's|she's|they|is|are)( \\w+){0,3} (idiots?|morons?|stupid|retards?|retarded"
                    + "|dumb|loser|pathetic|imbeciles?|scum|trash|ugly|fools?|clown|liar|ass ?holes?|bitch|cunt|dumb ?ass|pig)");

    private final long seed;

    WeakLabels(long seed) {
        this.seed = seed;
    }

    private static Pattern english(String words) {
        return Pattern.compile("(?i)(?<![\\w'])(" + words + ")(?!\\w)");
    }

    /// Completes `targets` and gives each the `weights` that it deserves.
    void complete(Example example, float[] targets, float[] weights) {
        var known = example.targets();
        var filling = new Filling(example, targets, weights);
        if (known[Corpus.HATE] >= 0.5f || known[Corpus.HARASSMENT] >= 0.5f || isThreat(example)) {
            filling.set("toxicity", 1);
        }
        if (example.language().equals("en")) {
            completeByWords(example, filling);
        }
        if (known[Corpus.TOXICITY] <= 0.34f || isHam(example)) {
            Arrays.asList("toxicity", "hate", "harassment", "threat").forEach(label -> filling.set(label, 0));
        }
        if (known[Corpus.HATE] <= 0.34f) {
            filling.set("threat", 0);
        }
        RARE.stream().filter(label -> drawn(example, label)).forEach(label -> filling.set(label, 0));
    }

    /// Prompts for a machine name violence without threatening anyone.
    private static boolean isThreat(Example example) {
        return example.targets()[Corpus.THREAT] >= 0.5f && !example.source().equals("ailuminate_demo");
    }

    /// Ordinary messages and mails that a spam collection holds for contrast.
    private static boolean isHam(Example example) {
        return example.targets()[Corpus.SPAM] == 0
                && !PROFANE.matcher(example.text()).find();
    }

    private static void completeByWords(Example example, Filling filling) {
        boolean profane = PROFANE.matcher(example.text()).find();
        filling.set("profanity", profane ? 1 : 0);
        float toxicity = example.targets()[Corpus.TOXICITY];
        boolean offends = toxicity >= 0.5f || example.targets()[Corpus.HATE] >= 0.5f;
        if (offends && THREATENING.matcher(example.text()).find()) {
            filling.set("threat", 1);
        }
        if (offends && INSULTING.matcher(example.text()).find()) {
            filling.set("harassment", 1);
        }
        if (SEXUAL.matcher(example.text()).find() && example.targets()[Corpus.SPAM] != 0) {
            filling.set("sexual", 1);
        }
    }

    private boolean drawn(Example example, String label) {
        var key = seed + ":" + label + ":" + example.text();
        return Integer.parseInt(
                                Checksum.of(key.getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 4),
                                16)
                        % DRAWN_OF_RARE
                == 0;
    }

    /// Sets only what is still unknown.
    private record Filling(Example example, float[] targets, float[] weights) {
        void set(String name, float value) {
            int label = Corpus.LABELS.indexOf(name);
            if (Float.isNaN(targets[label])) {
                targets[label] = value;
                weights[label] = TRUST;
            }
        }
    }
}
