package dev.docket.backend.watching;

import java.util.List;

/// Words by which texts speak of who people are, in English and German: of texts with such a
/// word it is asked whether the model errs more often. The lists are short on purpose. They say
/// how texts are grouped, and nothing of any person.
final class IdentityTerms {
    private static final List<Term> TERMS = List.of(
            new Term("women", "women|woman|girls?|female|frau(en)?|mädchen|weiblich\\w*"),
            new Term("men", "men|man|boys?|male|männer|mann|jungs?|männlich\\w*"),
            new Term("gay", "gays?|lesbians?|homosexual\\w*|queer|bisexual\\w*|schwul\\w*|lesbisch\\w*|lesben?"),
            new Term("trans", "trans|transgender\\w*|transsexual\\w*|transsexuell\\w*|non-?binary"),
            new Term("black", "black people|black (wo)?m[ae]n|african\\w*|schwarze\\w*|afrikaner\\w*"),
            new Term("asian", "asians?|chinese|asiat\\w*|chines\\w*"),
            new Term("muslim", "muslims?|islam\\w*|moslems?"),
            new Term("jewish", "jews?|jewish|judaism|jude[n]?|jüdisch\\w*"),
            new Term("christian", "christians?|catholics?|christen|christlich\\w*|katholi\\w*"),
            new Term(
                    "immigrant",
                    "immigrants?|migrants?|refugees?|foreigners?|migrant(en|innen)?|flüchtling\\w*|ausländer\\w*"),
            new Term("disabled", "disabled|disabilit\\w*|autis\\w*|deaf|blind|behindert\\w*|gehörlos\\w*"),
            new Term("old", "elderly|old people|seniors?|rentner\\w*|alte leute"));

    private IdentityTerms() {}

    private record Term(String name, String words) {}

    static String[] names() {
        return TERMS.stream().map(Term::name).toArray(String[]::new);
    }

    /// PostgreSQL's regular expressions, of whole words.
    static String[] patterns() {
        return TERMS.stream().map(term -> "\\m(" + term.words() + ")\\M").toArray(String[]::new);
    }
}
