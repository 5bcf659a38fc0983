package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.picture.PictureDecoder;
import dev.docket.model.video.VideoFrames;

/// Opens what looks at images and videos. Tests bring their own.
public interface ImageReaders {
    ImageClassifier classifier() throws ModelFault;

    PictureDecoder decoder() throws ModelFault;

    VideoFrames videos();
}
