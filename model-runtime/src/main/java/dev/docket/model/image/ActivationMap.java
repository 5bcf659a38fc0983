package dev.docket.model.image;

/// What each region of a frame adds to the logit of the class that says most for a label.
///
/// The frame is divided into `rows` times `columns` regions of equal size; each cell is a
/// region's share, and all of them together with `bias` are the `logit`: nothing of it is
/// approximated. A cell below zero speaks against the class. A region's neighbours have a part
/// in its cell, for the network looks further than one region.
///
/// @param classOf the model's own name of the class, such as `Porn`
/// @param cells by rows
/// @param bias what is added whatever the frame shows
public record ActivationMap(String classOf, int rows, int columns, float[] cells, double bias, double logit) {
    public ActivationMap {
        if (cells.length != rows * columns) {
            throw new IllegalArgumentException("A map of %d x %d with %d cells".formatted(rows, columns, cells.length));
        }
    }

    /// One cell's share.
    public float at(int row, int column) {
        return cells[row * columns + column];
    }

    /// Where a cell lies in a frame or picture of this size.
    public Region region(int row, int column, int width, int height) {
        int left = column * width / columns;
        int top = row * height / rows;
        return new Region(left, top, (column + 1) * width / columns - left, (row + 1) * height / rows - top);
    }

    /// In pixels, from the upper left corner.
    public record Region(int left, int top, int width, int height) {}
}
