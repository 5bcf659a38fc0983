package dev.docket.model.ocr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The text of a picture, as far as it was read.
///
/// @param lines in the order in which they are read: from top to bottom, and within a row from left to right
/// @param whole false where there was more than is read of one picture, or no more time
public record PictureText(List<TextLine> lines, boolean whole) {
    /// Nothing to be read.
    public static final PictureText NONE = new PictureText(List.of(), true);

    public PictureText {
        lines = List.copyOf(lines);
    }

    /// The lines as one text: pieces of a row with a space between them, each row on a line of its own.
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                text.append(lines.get(i).row() == lines.get(i - 1).row() ? ' ' : '\n');
            }
            text.append(lines.get(i).text());
        }
        return text.toString();
    }

    /// This and what was read of a later frame. What stands in both is there once.
    public PictureText and(PictureText later) {
        var known = new HashSet<String>();
        lines.forEach(line -> known.add(line.text()));
        var all = new ArrayList<>(lines);
        int rows = lines.isEmpty() ? 0 : lines.getLast().row() + 1;
        for (var line : later.lines) {
            if (known.add(line.text())) {
                all.add(new TextLine(line.text(), line.score(), line.corners(), rows + line.row()));
            }
        }
        return new PictureText(all, whole && later.whole);
    }
}
