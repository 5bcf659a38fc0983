package dev.docket.model.ocr;

import java.util.List;

/// One line, or one piece of a line, that was read in a picture.
///
/// @param text what it says
/// @param score how sure the reader is of its characters, their mean, 0..1
/// @param corners x and y of its four corners as shares of the picture's width and height, from the beginning
///     of its upper edge clockwise as one reads it
/// @param row which of the picture's rows it stands in, from 0 at the top; pieces of one row have the same
public record TextLine(String text, double score, List<Double> corners, int row) {
    private static final int NUMBERS = 8;

    public TextLine {
        corners = List.copyOf(corners);
        if (corners.size() != NUMBERS || text.isEmpty()) {
            throw new IllegalArgumentException("A line has words and four corners");
        }
    }
}
