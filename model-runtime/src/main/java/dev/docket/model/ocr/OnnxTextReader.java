package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.ocr.CharacterSteps.Read;
import dev.docket.model.onnx.Crew;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.picture.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Two models, one that finds lines and one that reads a line, in the manner of PP-OCR (Y. Du et al., "PP-OCR: A
/// Practical Ultra Lightweight OCR System", arXiv:2009.09941, 2020), each with as many workers as there are
/// cores. Each line is read by itself, so that none depends on its neighbours.
final class OnnxTextReader implements TextReader {
    private static final Read UNREAD = new Read("", -1);

    private final LineFinder finder;
    private final LineReader reader;
    private final Description description;
    private final Crew<ImageGraph, ImageGraph.Worker> finding;
    private final Crew<ImageGraph, ImageGraph.Worker> reading;

    private OnnxTextReader(OcrPackage model, ImageGraph detection, ImageGraph recognition, int workers) {
        var manifest = model.manifest();
        finder = new LineFinder(manifest.detection());
        reader = new LineReader(manifest.recognition(), model.characters());
        description = new Description(
                manifest.version(), detection.provider(), manifest.languages(), manifest.scripts(), digest(model));
        finding = crew("text-finding", detection, workers);
        reading = crew("text-reading", recognition, workers);
    }

    private static Crew<ImageGraph, ImageGraph.Worker> crew(String name, ImageGraph graph, int workers) {
        return new Crew<>(
                name, graph, Stream.generate(graph::newWorker).limit(workers).toList());
    }

    /// Of everything that what is read depends on.
    private static String digest(OcrPackage model) {
        var manifest = model.manifest();
        return Checksum.of((manifest.detection() + "\n" + manifest.recognition() + "\n" + manifest.files())
                .getBytes(StandardCharsets.UTF_8));
    }

    static OnnxTextReader open(OcrPackage model, Tuning tuning) throws ModelFault {
        var manifest = model.manifest();
        var setup = tuning.setup();
        var detection = ImageGraph.open(
                model.detection(),
                manifest.detection().input(),
                List.of(manifest.detection().output()),
                setup);
        ImageGraph recognition;
        try {
            recognition = ImageGraph.open(
                    model.recognition(),
                    manifest.recognition().input(),
                    List.of(manifest.recognition().output()),
                    setup);
        } catch (ModelFault | RuntimeException e) {
            detection.close();
            throw e;
        }
        var opened = new OnnxTextReader(model, detection, recognition, tuning.workers());
        opened.warmUp(manifest.detection().multiple());
        return opened;
    }

    /// Also finds out models that do not fit their manifest.
    private void warmUp(int side) throws ModelFault {
        var grey = new Frame(0, side, side, new int[side * side]);
        try {
            finding.each(List.of(grey), (worker, frame, run) -> finder.find(worker, frame, run));
            reading.each(List.of(Box.of(side, side)), (worker, box, run) -> reader.read(worker, grey, box, run));
        } catch (ModelFault e) {
            close();
            throw e;
        }
    }

    @Override
    public PictureText read(Frame frame, Limits limits) throws ModelFault {
        long until = System.nanoTime() + limits.time().toNanos();
        var found = finding.each(List.of(frame), (worker, whole, run) -> finder.find(worker, whole, run))
                .getFirst();
        var rows = Rows.of(largest(found, limits.mostLines()));
        var boxes = rows.stream().flatMap(List::stream).toList();
        var read = reading.each(
                boxes, (worker, box, run) -> System.nanoTime() > until ? UNREAD : reader.read(worker, frame, box, run));
        return text(frame, rows, read, found.size() > boxes.size(), limits);
    }

    private static List<Box> largest(List<Box> found, int most) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Box::area).reversed())
                .limit(most)
                .toList();
    }

    private PictureText text(Frame frame, List<List<Box>> rows, List<Read> read, boolean leftOut, Limits limits) {
        var lines = new ArrayList<TextLine>();
        boolean whole = !leftOut;
        int characters = 0;
        int at = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (var box : rows.get(row)) {
                var line = read.get(at++);
                whole &= line != UNREAD;
                if (reader.isBelieved(line)) {
                    var words = line.text().strip();
                    characters += words.length() + 1;
                    if (characters > limits.mostCharacters()) {
                        return new PictureText(lines, false);
                    }
                    lines.add(
                            new TextLine(words, line.score(), box.laid().corners(frame.width(), frame.height()), row));
                }
            }
        }
        return new PictureText(lines, whole);
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public void close() {
        try {
            finding.close();
        } finally {
            reading.close();
        }
    }
}
