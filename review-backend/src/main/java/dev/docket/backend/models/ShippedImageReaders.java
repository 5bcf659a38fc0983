package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.picture.DecoderPool;
import dev.docket.model.picture.PictureDecoder;
import dev.docket.model.picture.Refusal;
import dev.docket.model.video.VideoFrames;
import dev.docket.model.video.VideoLimits;
import dev.docket.model.video.VideoReading;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// What ships with Docket: its image model, and decoders in processes of their own. Nothing reads videos yet: people
/// see
/// them all.
@Component
class ShippedImageReaders implements ImageReaders {
    private static final int DECODERS = 2;

    private final ModelSettings settings;

    ShippedImageReaders(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public ImageClassifier classifier() throws ModelFault {
        return ImageClassifiers.openDefault(settings.gpu());
    }

    @Override
    public PictureDecoder decoder() {
        return DecoderPool.open(DECODERS);
    }

    @Override
    public VideoFrames videos() {
        return new Unread();
    }

    private static final class Unread implements VideoFrames {
        @Override
        public VideoReading read(Path video, VideoLimits limits, FrameSink sink) {
            return new VideoReading.Refused(Refusal.ABSENT);
        }

        @Override
        public Availability availability() {
            return new Availability("", "There is no program that reads videos.");
        }
    }
}
