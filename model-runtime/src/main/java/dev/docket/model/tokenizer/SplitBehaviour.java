package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.ArrayList;
import java.util.List;

/// What becomes of the stretches that a text is split at.
enum SplitBehaviour {
    /// They are left out.
    REMOVED,
    /// Each is a word.
    ISOLATED,
    /// Neighbours of them are one word.
    CONTIGUOUS,
    /// Each ends the word before.
    MERGED_WITH_PREVIOUS,
    /// Each begins the word behind.
    MERGED_WITH_NEXT;

    /// A part of a text.
    ///
    /// @param splits whether the text is split at it
    record Stretch(int from, int to, boolean splits) {}

    static SplitBehaviour read(String name) throws ModelFault {
        return switch (name) {
            case "Removed" -> REMOVED;
            case "Isolated" -> ISOLATED;
            case "Contiguous" -> CONTIGUOUS;
            case "MergedWithPrevious" -> MERGED_WITH_PREVIOUS;
            case "MergedWithNext" -> MERGED_WITH_NEXT;
            default -> throw new ModelFault("The tokeniser splits by '" + name + "', which is not known");
        };
    }

    /// @param stretches all of `text`, in order
    List<Aligned> words(Aligned text, List<Stretch> stretches) {
        var words = new ArrayList<Aligned>();
        for (int first = 0; first < stretches.size(); ) {
            int last = first;
            while (last + 1 < stretches.size() && together(stretches, last)) {
                last++;
            }
            if (this != REMOVED || !stretches.get(first).splits()) {
                words.add(text.slice(
                        stretches.get(first).from(), stretches.get(last).to()));
            }
            first = last + 1;
        }
        return words;
    }

    private boolean together(List<Stretch> stretches, int at) {
        boolean splits = stretches.get(at).splits();
        boolean next = stretches.get(at + 1).splits();
        return switch (this) {
            case REMOVED, ISOLATED -> false;
            case CONTIGUOUS -> splits && next;
            case MERGED_WITH_PREVIOUS -> !splits && next;
            case MERGED_WITH_NEXT -> splits && !next;
        };
    }
}
