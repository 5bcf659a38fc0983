package dev.docket.client.common.item;

/// How evidence names the parts of an item.
public final class Origin {
    static final String MEDIA = "/media/";
    static final String TEXT = "/text";

    private Origin() {}

    /// The text that was read in one of its images.
    ///
    /// @param index of the image among its media, from 0
    public static String textIn(int index) {
        return MEDIA + index + TEXT;
    }
}
