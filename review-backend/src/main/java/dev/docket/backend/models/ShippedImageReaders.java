package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.picture.DecoderPool;
import dev.docket.model.picture.PictureDecoder;
import dev.docket.model.video.Ffmpeg;
import dev.docket.model.video.VideoFrames;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What ships with Docket, its image model and decoders in processes of their own, and a program of this machine for
/// videos.
@Component
class ShippedImageReaders implements ImageReaders {
    private static final int VIDEOS = 1;

    private final ModelSettings settings;
    private final Ffmpeg videos;

    /// @param ffmpeg the program's name, or where it is
    ShippedImageReaders(ModelSettings settings, @Value("${docket.ffmpeg:ffmpeg}") String ffmpeg) {
        this.settings = settings;
        this.videos = Ffmpeg.open(ffmpeg, VIDEOS);
    }

    @Override
    public ImageClassifier classifier() throws ModelFault {
        return ImageClassifiers.open(ImageClassifiers.shipped(), settings.tuning());
    }

    @Override
    public PictureDecoder decoder() {
        return DecoderPool.open(settings.profile().decoders());
    }

    @Override
    public VideoFrames videos() {
        return videos;
    }
}
