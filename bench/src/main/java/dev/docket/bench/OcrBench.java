package dev.docket.bench;

import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.artifact.FolderSource;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.ocr.TextReader;
import dev.docket.model.ocr.TextReader.Limits;
import dev.docket.model.ocr.TextReaders;
import dev.docket.model.picture.DecoderPool;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import dev.docket.model.picture.PictureLimits;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Texts in images: pictures decoded, scored and read, one after the other, against the same without reading them. With
/// the package that `./docket models fetch ocr` makes.
final class OcrBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    @Override
    public String name() {
        return "ocr";
    }

    @Override
    public String title() {
        return "Texts in images: JPEGs of 800 x 600 with two lines decoded, scored and read, against not read";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int count = length.of("images", 16, 4);
        var folder = Path.of(System.getProperty("docket.bench.ocr", ".docket-build/ocr/package"));
        var plain = new ArrayList<byte[]>();
        var written = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            plain.add(jpeg(i));
            written.add(jpeg(i, "picture number " + i, "with two lines in it"));
        }
        try (var reader = TextReaders.open(OcrPackage.read(new FolderSource(folder)), Tuning.standard(false));
                var classifier = ImageClassifiers.openDefault(false);
                var decoder = DecoderPool.open(1)) {
            var comparison = new SideBySide(ROUNDS);
            return List.of(
                    comparison.rates(
                            "ocr-two-lines",
                            "pictures/s",
                            count,
                            () -> judged(written, decoder, classifier),
                            () -> read(written, decoder, classifier, reader)),
                    comparison.rates(
                            "ocr-no-text",
                            "pictures/s",
                            count,
                            () -> judged(plain, decoder, classifier),
                            () -> read(plain, decoder, classifier, reader)));
        }
    }

    private static int judged(List<byte[]> files, DecoderPool decoder, ImageClassifier classifier) throws ModelFault {
        int scores = 0;
        for (byte[] file : files) {
            scores += classifier.classify(List.of(frame(decoder, file)), true).size();
        }
        return scores;
    }

    private static int read(List<byte[]> files, DecoderPool decoder, ImageClassifier classifier, TextReader reader)
            throws ModelFault {
        int lines = 0;
        for (byte[] file : files) {
            var frame = frame(decoder, file);
            classifier.classify(List.of(frame), true);
            lines += reader.read(frame, Limits.STANDARD).lines().size();
        }
        return lines;
    }

    private static Frame frame(DecoderPool decoder, byte[] file) throws ModelFault {
        if (decoder.decode(file, PictureLimits.STANDARD) instanceof Decoding.Picture picture) {
            return picture.frames().getFirst();
        }
        throw new ModelFault("A picture of our own could not be decoded");
    }

    private static byte[] jpeg(int seed, String... lines) throws IOException {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(0xd0d8e0 + seed));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(0x2f5b2a));
        graphics.fillOval(100 + seed, 260, 400, 300);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 60, 90 + 70 * i);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
