package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.OcrManifest.Recognition;
import dev.docket.model.ocr.CharacterSteps.Read;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.onnx.Run;
import dev.docket.model.picture.Frame;
import java.util.List;

/// Reads what stands in one box of a frame.
///
/// A line that is not quite sure is read a second time upside down, and counts as the one of the two that is
/// surer: half a turn is all it takes to hide a text from who reads it upright only.
final class LineReader {
    private static final double SURE = 0.9;
    private static final int COLOURS = Planes.COLOURS;

    private final Recognition how;
    private final Planes planes;
    private final CharacterSteps steps;

    LineReader(Recognition how, List<String> characters) {
        this.how = how;
        this.planes = new Planes(how.colours());
        this.steps = new CharacterSteps(characters, how.spaceThreshold());
    }

    Read read(ImageGraph.Worker worker, Frame frame, Box box, Run run) throws ModelFault {
        var laid = box.laid();
        var upright = readOnce(worker, frame, laid, run);
        if (upright.score() >= SURE) {
            return upright;
        }
        var turned = readOnce(worker, frame, laid.turned(), run);
        return turned.score() > upright.score() ? turned : upright;
    }

    /// Whether it is more than a guess at what may be no text at all.
    boolean isBelieved(Read read) {
        return read.score() >= how.threshold() && !read.text().isBlank();
    }

    private Read readOnce(ImageGraph.Worker worker, Frame frame, Box box, Run run) throws ModelFault {
        double columns = Math.ceil(how.height() * box.halfWidth() / box.halfHeight());
        int inner = (int) Math.clamp(columns, 1, how.mostWidth());
        int width = Math.max(inner, how.leastWidth());
        float[] input = planes.draw(frame, box, how.height(), inner, width);
        return steps.read(worker.run(input, new long[] {1, COLOURS, how.height(), width}, run)
                .get(how.output()));
    }
}
