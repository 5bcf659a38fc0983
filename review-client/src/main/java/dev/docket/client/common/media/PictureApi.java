package dev.docket.client.common.media;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;

/// What the floor draws of images and videos. Every call blocks and belongs on a background thread.
@FunctionalInterface
public interface PictureApi {
    /// A JPEG that the floor wrote: never what somebody uploaded.
    ///
    /// @param index of the medium among the item's, from 0
    /// @param side most pixels of the longer side
    /// @param second of a video
    byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline;
}
