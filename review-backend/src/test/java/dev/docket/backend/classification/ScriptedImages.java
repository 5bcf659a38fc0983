package dev.docket.backend.classification;

import dev.docket.backend.models.ImageReaders;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.image.ActivationMap;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageScores;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import dev.docket.model.picture.PictureDecoder;
import dev.docket.model.picture.PictureFormat;
import dev.docket.model.picture.PictureLimits;
import dev.docket.model.picture.Refusal;
import dev.docket.model.video.VideoFrame;
import dev.docket.model.video.VideoFrames;
import dev.docket.model.video.VideoLimits;
import dev.docket.model.video.VideoReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// An image model that finds red pictures sexual, and blue ones nothing; a decoder in this process; videos of as many
/// frames as a test gives.
final class ScriptedImages implements ImageReaders {
    static final int RED = 0xff0000;
    static final int BLUE = 0x0000ff;

    private final AtomicInteger frames = new AtomicInteger();
    private volatile boolean broken;
    private volatile int[] video = {};

    /// How many frames were scored so far.
    int frames() {
        return frames.get();
    }

    /// From now on the model fails at everything.
    void breakDown() {
        broken = true;
    }

    /// Every video has a second of each colour; without any there is nothing that reads videos.
    void video(int... colours) {
        video = colours;
    }

    @Override
    public ImageClassifier classifier() {
        return new Model();
    }

    @Override
    public PictureDecoder decoder() {
        return new Decoder();
    }

    @Override
    public VideoFrames videos() {
        return new Videos();
    }

    private static Frame plain(int index, int colour) {
        int[] pixels = new int[64];
        Arrays.fill(pixels, colour);
        return new Frame(index, 8, 8, pixels);
    }

    private final class Model implements ImageClassifier {
        @Override
        public List<ImageScores> classify(List<Frame> frames, boolean explain) throws ModelFault {
            ScriptedImages.this.frames.addAndGet(frames.size());
            if (broken) {
                throw new ModelFault("scripted");
            }
            return frames.stream().map(frame -> scores(frame, explain)).toList();
        }

        private static ImageScores scores(Frame frame, boolean explain) {
            double sexual = frame.pixels()[0] == RED ? 0.95 : 0.02;
            var map = new ActivationMap("Porn", 2, 2, new float[] {1f, 0.5f, 0f, -0.25f}, 0.25, 1.5);
            return new ImageScores(
                    List.of(
                            new LabelScore("sexual", sexual, "scripted-image"),
                            new LabelScore("suggestive", 0.1, "scripted-image")),
                    explain ? Map.of("sexual", map) : Map.of());
        }

        @Override
        public ModelDescription describe() {
            return new ModelDescription("scripted-image", "none", "0", List.of("sexual", "suggestive"), "CPU");
        }

        @Override
        public void close() {
            broken = true;
        }
    }

    private static final class Decoder implements PictureDecoder {
        @Override
        public Decoding decode(byte[] picture, PictureLimits limits) {
            try {
                var image = ImageIO.read(new ByteArrayInputStream(picture));
                if (image == null) {
                    return new Decoding.Refused(Refusal.UNSUPPORTED);
                }
                int width = image.getWidth();
                int height = image.getHeight();
                int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
                Arrays.setAll(pixels, i -> pixels[i] & 0xffffff);
                var frame = new Frame(0, width, height, pixels);
                return new Decoding.Picture(PictureFormat.PNG, width, height, 1, 1, List.of(frame));
            } catch (IOException damaged) {
                return new Decoding.Refused(Refusal.UNREADABLE);
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final class Videos implements VideoFrames {
        @Override
        public VideoReading read(Path file, VideoLimits limits, FrameSink sink) throws ModelFault {
            if (video.length == 0) {
                return new VideoReading.Refused(Refusal.ABSENT);
            }
            for (int second = 0; second < video.length; second++) {
                sink.accept(new VideoFrame(second, plain(second, video[second])));
            }
            return new VideoReading.Read(8, 8, video.length, video.length);
        }

        @Override
        public Availability availability() {
            return video.length == 0 ? new Availability("", "There is none.") : new Availability("scripted", "");
        }
    }
}
