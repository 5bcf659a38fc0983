package dev.docket.model.picture;

/// What the first bytes of a picture say of it.
///
/// @param width in pixels, of an animated picture's canvas
/// @param height likewise
public record Header(PictureFormat format, int width, int height) implements HeaderCheck.Result {
    public long pixels() {
        return (long) width * height;
    }
}
