package dev.docket.client.common.item;

import dev.docket.client.common.item.MarkedText.Hidden;
import dev.docket.client.common.item.MarkedText.Lookalike;
import dev.docket.client.common.item.MarkedText.Piece;
import java.util.List;

/// Where a place of the item's text is on the screen: a chip stands for all it hides and takes one place.
final class Offsets {
    private final List<Piece> pieces;
    private final int[] shownAt;

    Offsets(MarkedText text) {
        pieces = text.pieces();
        shownAt = new int[pieces.size() + 1];
        for (int index = 0; index < pieces.size(); index++) {
            shownAt[index + 1] = shownAt[index] + shownLength(pieces.get(index));
        }
    }

    static boolean isChip(Piece piece) {
        return piece instanceof Hidden || piece instanceof Lookalike;
    }

    private static int shownLength(Piece piece) {
        return isChip(piece) ? 1 : piece.span().length();
    }

    int shownLength() {
        return shownAt[pieces.size()];
    }

    int toShown(int at) {
        int index = pieceWith(at);
        if (index < 0) {
            return shownLength();
        }
        var piece = pieces.get(index);
        return shownAt[index] + (isChip(piece) ? 0 : at - piece.span().start());
    }

    /// The end of a span on the screen: a chip that is partly inside is wholly inside.
    int toShownEnd(int end) {
        return end <= 0 ? 0 : toShown(end - 1) + 1;
    }

    int toText(int shown) {
        for (int index = 0; index < pieces.size(); index++) {
            if (shown < shownAt[index + 1]) {
                var span = pieces.get(index).span();
                return isChip(pieces.get(index)) ? span.start() : span.start() + shown - shownAt[index];
            }
        }
        return pieces.isEmpty() ? 0 : pieces.getLast().span().end();
    }

    private int pieceWith(int at) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var span = pieces.get(middle).span();
            if (at < span.start()) {
                high = middle - 1;
            } else if (at >= span.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
