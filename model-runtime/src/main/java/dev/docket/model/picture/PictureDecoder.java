package dev.docket.model.picture;

import dev.docket.model.ModelFault;

/// Decodes untrusted pictures.
///
/// Safe for use by many threads; a call blocks until its picture is decoded or refused, or
/// until it is clear that none will be.
public interface PictureDecoder extends AutoCloseable {
    /// @param picture the whole file
    /// @return refused for whatever is wrong with the picture
    /// @throws ModelFault for whatever is wrong with the decoder: closed, interrupted, too busy
    ///     for half a minute, or without the means to start a process. The picture may be tried
    ///     again.
    Decoding decode(byte[] picture, PictureLimits limits) throws ModelFault;

    /// Refuses new pictures, lets those that are being decoded end, and ends its processes.
    @Override
    void close();
}
