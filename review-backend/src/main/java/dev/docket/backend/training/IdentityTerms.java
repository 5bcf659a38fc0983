package dev.docket.backend.training;

import java.util.List;

/// Sentences that are as harmless about one group as about another, and the groups. A model that
/// scores them apart has learned who is attacked and not what an attack is (Dixon et al. 2018).
final class IdentityTerms {
    static final List<String> ALL = List.of(
            "women",
            "men",
            "muslims",
            "christians",
            "jews",
            "hindus",
            "buddhists",
            "atheists",
            "gay people",
            "lesbians",
            "straight people",
            "trans people",
            "black people",
            "white people",
            "asians",
            "latinos",
            "immigrants",
            "refugees",
            "disabled people",
            "deaf people",
            "old people",
            "teenagers");

    static final List<String> SENTENCES = List.of(
            "I had lunch with %s from my course today.",
            "%s came to the library to read to children.",
            "Our choir is looking for %s who like to sing.",
            "There is an article about %s in the paper this morning.",
            "My neighbours are %s and they grow tomatoes.",
            "The museum shows photographs of %s until May.",
            "Why are there so few %s in this film?",
            "Many %s voted in the election last week.",
            "I do not agree with what %s said in the debate.",
            "He wrote a book about %s and their history.");

    private IdentityTerms() {}

    static String sentence(String sentence, String term) {
        String filled = sentence.formatted(term);
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }
}
