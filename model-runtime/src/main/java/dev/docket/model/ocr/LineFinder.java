package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.OcrManifest.Detection;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.onnx.Run;
import dev.docket.model.picture.Frame;
import java.util.List;

/// Finds the places in a frame where text stands.
final class LineFinder {
    private static final int COLOURS = Planes.COLOURS;
    /// Of a box's shorter side in the frame; what is smaller nobody could read.
    private static final double LEAST_SIDE = 5;

    private final Detection how;
    private final Planes planes;

    LineFinder(Detection how) {
        this.how = how;
        this.planes = new Planes(how.colours());
    }

    /// In no order.
    List<Box> find(ImageGraph.Worker worker, Frame frame, Run run) throws ModelFault {
        double scale = scale(frame);
        int columns = rounded(frame.width() * scale);
        int rows = rounded(frame.height() * scale);
        float[] input = planes.draw(frame, Box.of(frame.width(), frame.height()), rows, columns, columns);
        var values =
                worker.run(input, new long[] {1, COLOURS, rows, columns}, run).get(how.output());
        if (values == null || values.numbers().length != rows * columns) {
            throw new ModelFault("The model that finds lines does not give one number for each pixel");
        }
        for (float number : values.numbers()) {
            if (!(number >= -0.0001f && number <= 1.0001f)) {
                throw new ModelFault("The model that finds lines gives numbers that are no probabilities");
            }
        }
        double wider = (double) frame.width() / columns;
        double higher = (double) frame.height() / rows;
        return new ProbabilityMap(values.numbers(), columns, rows)
                .lines(how.threshold(), how.boxThreshold(), how.unclip()).stream()
                        .map(box -> box.scaled(wider, higher))
                        .filter(box -> box.shorter() >= LEAST_SIDE)
                        .toList();
    }

    /// Pixels are what it costs: a strip may be longer than a square.
    private double scale(Frame frame) {
        double enlarged = Math.max(1, (double) how.leastSide() / Math.max(frame.width(), frame.height()));
        double pixels = (double) frame.width() * frame.height();
        return Math.min(enlarged, Math.sqrt(how.mostPixels() / pixels));
    }

    private int rounded(double side) {
        return Math.max(how.multiple(), (int) Math.round(side / how.multiple()) * how.multiple());
    }
}
