package dev.docket.model.tokenizer;

import com.ibm.icu.lang.UScript;
import dev.docket.model.ModelFault;
import dev.docket.model.tokenizer.SplitBehaviour.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The steps by which a `tokenizer.json` splits a text into words: its `pre_tokenizer`. Each takes the words of the
/// one before, and none is empty.
final class Splitters {
    private static final Pattern WORDS = Pattern.compile("\\w+|[^\\w\\s]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BYTE_LEVEL_WORDS = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final String BLANK = "\u2581";
    private static final int LONG_VOWEL = 0x30FC;

    private Splitters() {}

    /// @throws ModelFault for a step that is not taken here
    static UnaryOperator<List<Aligned>> read(JsonNode splitter) throws ModelFault {
        return switch (splitter.path("type").asString("")) {
            case "" -> UnaryOperator.identity();
            case "Sequence" -> Steps.read(splitter.path("pretokenizers"), Splitters::read);
            case "Whitespace" -> words -> at(words, WORDS, true, SplitBehaviour.REMOVED);
            case "WhitespaceSplit" -> words -> at(words, CharacterKinds::isSpace, SplitBehaviour.REMOVED);
            case "BertPreTokenizer" -> Splitters::bert;
            case "Punctuation" -> punctuation(splitter);
            case "Digits" -> digits(splitter);
            case "CharDelimiterSplit" -> delimiter(splitter.path("delimiter").asString(" "));
            case "Split" -> split(splitter);
            case "UnicodeScripts" -> words -> split(words, Splitters::scripts, SplitBehaviour.REMOVED);
            case "FixedLength" -> fixedLength(splitter.path("length").asInt(0));
            case "Metaspace" -> metaspace(splitter);
            case "ByteLevel" -> byteLevel(splitter);
            case String other -> throw new ModelFault("The tokeniser splits by '" + other + "', which is not known");
        };
    }

    private static List<Aligned> bert(List<Aligned> words) {
        var parted = at(words, CharacterKinds::isSpace, SplitBehaviour.REMOVED);
        return at(parted, CharacterKinds::isPunctuation, SplitBehaviour.ISOLATED);
    }

    private static UnaryOperator<List<Aligned>> punctuation(JsonNode step) throws ModelFault {
        var behaviour = SplitBehaviour.read(step.path("behavior").asString("Isolated"));
        return words -> at(words, CharacterKinds::isPunctuation, behaviour);
    }

    private static UnaryOperator<List<Aligned>> digits(JsonNode step) {
        boolean each = step.path("individual_digits").asBoolean(false);
        var behaviour = each ? SplitBehaviour.ISOLATED : SplitBehaviour.CONTIGUOUS;
        return words -> at(words, CharacterKinds::isNumber, behaviour);
    }

    private static UnaryOperator<List<Aligned>> delimiter(String delimiter) {
        int point = delimiter.codePointAt(0);
        return words -> at(words, c -> c == point, SplitBehaviour.REMOVED);
    }

    private static UnaryOperator<List<Aligned>> split(JsonNode step) throws ModelFault {
        var pattern = Patterns.read(step.path("pattern"));
        var behaviour = SplitBehaviour.read(step.path("behavior").asString(""));
        boolean invert = step.path("invert").asBoolean(false);
        return words -> at(words, pattern, invert, behaviour);
    }

    /// As SentencePiece reads blanks: as a letter that begins the word behind it.
    private static UnaryOperator<List<Aligned>> metaspace(JsonNode step) throws ModelFault {
        var blank = step.path("replacement").asString(BLANK);
        var scheme = step.path("prepend_scheme")
                .asString(step.path("add_prefix_space").asBoolean(true) ? "always" : "never");
        if (blank.isEmpty() || !List.of("always", "first", "never").contains(scheme)) {
            throw new ModelFault("The tokeniser's Metaspace has no replacement, or puts it before nobody knows what");
        }
        boolean split = step.path("split").asBoolean(true);
        var blanks = Pattern.compile(Pattern.quote(blank));
        return words -> {
            var marked = new ArrayList<Aligned>();
            for (var word : words) {
                var spaced = blanksAs(blank, word);
                boolean first = word.start(0) == 0;
                boolean prepend = scheme.equals("always") || (scheme.equals("first") && first);
                marked.add(prepend && !spaced.startsWith(blank) ? spaced.behind(blank) : spaced);
            }
            return split ? at(marked, blanks, false, SplitBehaviour.MERGED_WITH_NEXT) : marked;
        };
    }

    private static Aligned blanksAs(String blank, Aligned word) {
        var made = new Aligned(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == ' ') {
                made.append(blank, word.start(i), word.end(i));
            } else {
                made.append(word, i, i + 1);
            }
        }
        return made;
    }

    private static UnaryOperator<List<Aligned>> byteLevel(JsonNode step) {
        boolean blankBefore = step.path("add_prefix_space").asBoolean(true);
        boolean words = step.path("use_regex").asBoolean(true);
        return all -> {
            var begun = all.stream()
                    .map(word -> blankBefore && word.charAt(0) != ' ' ? word.behind(" ") : word)
                    .toList();
            var parted = words ? at(begun, BYTE_LEVEL_WORDS, false, SplitBehaviour.ISOLATED) : begun;
            return parted.stream().map(ByteLetters::of).toList();
        };
    }

    private static UnaryOperator<List<Aligned>> fixedLength(int letters) throws ModelFault {
        if (letters < 1) {
            throw new ModelFault("The tokeniser splits by a length that is none");
        }
        return words -> split(words, word -> lengths(word, letters), SplitBehaviour.ISOLATED);
    }

    private static List<Stretch> lengths(Aligned text, int letters) {
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            at += Character.charCount(text.codePointAt(at));
            if (++count % letters == 0 || at == text.length()) {
                stretches.add(new Stretch(from, at, false));
                from = at;
            }
        }
        return stretches;
    }

    /// Stretches of one script; Japanese is one with its kana, and a blank is of every script. What has none before
    /// the first that has one is left out, as the published library does.
    private static List<Stretch> scripts(Aligned text) {
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        int last = UScript.UNKNOWN;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int script = script(point);
            if (script != UScript.UNKNOWN) {
                if (script != last && at > from) {
                    stretches.add(new Stretch(from, at, last == UScript.UNKNOWN));
                    from = at;
                }
                last = script;
            }
            at += Character.charCount(point);
        }
        stretches.add(new Stretch(from, text.length(), last == UScript.UNKNOWN));
        return stretches;
    }

    private static int script(int point) {
        if (point == ' ') {
            return UScript.UNKNOWN;
        }
        int script = UScript.getScript(point);
        boolean kana = script == UScript.HIRAGANA || script == UScript.KATAKANA || point == LONG_VOWEL;
        return kana ? UScript.HAN : script;
    }

    private static List<Aligned> at(List<Aligned> words, IntPredicate kind, SplitBehaviour behaviour) {
        return split(words, word -> stretches(word, kind), behaviour);
    }

    private static List<Aligned> at(List<Aligned> words, Pattern pattern, boolean invert, SplitBehaviour behaviour) {
        return split(words, word -> stretches(word, pattern, invert), behaviour);
    }

    private static List<Aligned> split(
            List<Aligned> words, Function<Aligned, List<Stretch>> stretches, SplitBehaviour behaviour) {
        var split = new ArrayList<Aligned>();
        for (var word : words) {
            split.addAll(behaviour.words(word, stretches.apply(word)));
        }
        return split;
    }

    /// Every character of the kind by itself, and what is between them.
    private static List<Stretch> stretches(Aligned text, IntPredicate kind) {
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (kind.test(point)) {
                addBetween(stretches, from, at);
                stretches.add(new Stretch(at, next, true));
                from = next;
            }
            at = next;
        }
        addBetween(stretches, from, text.length());
        return stretches;
    }

    private static List<Stretch> stretches(Aligned text, Pattern pattern, boolean invert) {
        var stretches = new ArrayList<Stretch>();
        var found = pattern.matcher(text);
        int from = 0;
        while (found.find()) {
            if (found.end() > found.start()) {
                addBetween(stretches, from, found.start());
                stretches.add(new Stretch(found.start(), found.end(), true));
                from = found.end();
            }
        }
        addBetween(stretches, from, text.length());
        return invert ? turned(stretches) : stretches;
    }

    private static void addBetween(List<Stretch> stretches, int from, int to) {
        if (from < to) {
            stretches.add(new Stretch(from, to, false));
        }
    }

    private static List<Stretch> turned(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> new Stretch(stretch.from(), stretch.to(), !stretch.splits()))
                .toList();
    }
}
